"""A street whose tickets the tests handle: its regulations, and what is done with them every day."""

import json

from test_command_line import Case

REGULATIONS = {
    "aedile": "regulations/1",
    "id": "street",
    "edition": "1",
    "workflows": ["street_notice"],
    "calendars": ["cn"],
    "people": [
        {"id": "wu", "unit": "street", "roles": ["inspector"]},
        {"id": "chen", "unit": "street", "roles": ["inspector", "leader"]},
        {"id": "li", "unit": "taoyuan", "roles": ["unit", "inspector"]},
    ],
    "notices": {"series": "s", "pattern": "S{year}-{number:3}", "authority": "Office"},
}
AT = ("--at", "2026-05-19T16:00")


class TicketCase(Case):
    now = "2026-08-01T00:00:00Z"

    def setUp(self):
        super().setUp()
        self.write("r.json", json.dumps(REGULATIONS))
        self.write("photo.jpg", b"photo")
        self.write("look.jpg", b"looked at")
        self.run_aedile("journal", "init", "s.journal", "--name", "street")

    def adopt(self):
        return self.run_aedile("ticket", "adopt", "s.journal", "r.json", "--as", "office", "--at", "2026-05-01T09:00")

    def open(self, *arguments, **options):
        if "--title" not in arguments:
            arguments = ("--title", "litter", *arguments)
        return self.run_aedile(
            "ticket", "open", "s.journal", "street_notice", "--as", "wu", *AT, "--unit", "taoyuan", *arguments, **options
        )

    def act(self, *arguments, **options):
        return self.run_aedile("ticket", "do", "s.journal", "T-0001", *arguments, **options)

    def events(self):
        return self.run_aedile("journal", "head", "s.journal", "--json").json["size"]

    def close(self):
        self.act("report", "--as", "li", "--at", "2026-05-20T10:00", "--evidence", "photo.jpg")
        self.act("pass", "--as", "chen", "--at", "2026-05-21T10:00", "--evidence", "look.jpg")
