"""What was told to the CEO's desk, and what became of it there."""

from conduct.demo.stories.plot import (
    Story,
    answered,
    approved,
    aside,
    close,
    hand_on,
    investigate,
    keep,
    material,
    note,
    proposed,
    question,
    receive,
    reopen,
    second,
    send_back,
    take,
)

STORIES = (
    Story(days=0.1, about=("employee",), what="A colleague shares the team's password on a note beside the screen."),
    Story(days=0.4, about=("employee",), what="Overtime in our team is written down as training."),
    Story(days=1, about=("employee",), by="employee2", what="Parts from the store room are sold on a flea market."),
    Story(days=1.5, about=("sub_employee",), what="A fitter of the subsidiary left a site without the safety check."),
    Story(days=2, about=("employee",), what="同僚が取引先から商品券を受け取っているのを見ました。", where="大阪"),
    Story(days=2.5, about=("employee", "employee"), what="Two people approve each other's travel claims."),
    Story(days=3, about=("third_party",), what="A courier company offered our reception a present for good ratings."),
    Story(
        days=3, about=("employee",), what="A customer's contact list was copied to a private computer.",
        acts=(take(1, "ceo"), note(1.2, "ceo", "Asked IT to preserve the transfer records. No names given.")),
    ),
    Story(
        days=4, about=("employee",), what="A supplier was chosen although its offer came after the last day.",
        acts=(take(1, "ceo"), keep(2, "One small order, no pattern found so far.")),
    ),
    Story(
        days=5, about=("sub_employee",), what="The shop of the subsidiary prints two versions of one receipt.",
        acts=(take(1, "ceo"), keep(2, "Single receipt, 800 yen."), second(3, "A small sum, and only once.")),
    ),
    Story(
        days=6, about=("employee",), what="Somebody signs for a colleague who is not in the office.",
        acts=(take(0.5, "ceo"), keep(1, "A matter of habits."), second(2, "It may be systematic.", confirmed=False)),
    ),
    Story(
        days=14, about=("employee",), what="A trainee was told to skip the data protection course.",
        acts=(take(1, "ceo"), keep(2, "Course can be taken again."), second(3, "Agreed."), investigate(4, "ceo"),
              note(6, "ceo", "Spoke with the training section; register of courses requested.")),
    ),
    Story(
        days=40, about=("employee",), what="Company car used for moving house.",
        acts=(take(1, "ceo"), keep(2, "Private use on one weekend."), second(3, "Agreed."), investigate(4, "ceo"),
              close(20, "ceo", "Confirmed. Fuel was paid back; rules explained to the section.")),
    ),
    Story(
        days=55, about=("employee",), what="Flowers from a supplier at the new year.",
        acts=(take(1, "ceo"), question(2, "ceo", "Asks whether flowers count as a gift."),
              keep(2.1, "One bunch of flowers."), second(3, "Not material."),
              answered(4, "ceo", "V ¶2", "Flowers of this value are not a gift that has to be told.",
                       "One bunch of flowers at the new year.\nA supplier sent it to the whole section.")),
    ),
    Story(
        days=8, about=("employee",), what="A test report for a customer was signed before the test.",
        acts=(take(1, "ceo"), material(2, "Several customers may be affected."),
              hand_on(3, "ceo", "board", "More than one customer relies on these reports.")),
    ),
    Story(
        days=9, about=("employee",), what="A sales target was met with orders that were cancelled a week later.",
        acts=(take(1, "ceo"), hand_on(2, "ceo", "board", "Could touch the quarter's revenue."), receive(3, "director1"),
              take(3.2, "director1")),
    ),
    Story(
        days=30, about=("employee",), what="Night shifts without the second person that the rules ask for.",
        acts=(take(1, "ceo"), hand_on(2, "ceo", "board", "A safety rule, repeated."), receive(3, "director2"),
              take(3.1, "director2"), investigate(6, "director2"),
              note(12, "director2", "Shift plans of three months compared with the door records.")),
    ),
    Story(
        days=80, about=("employee",), what="A price list was shown to a competitor at a fair.", matter="antitrust",
        acts=(take(1, "ceo"), hand_on(2, "ceo", "board", "Antitrust counts as material."), receive(2.5, "director1"),
              take(2.6, "director1"), investigate(5, "director1"),
              close(60, "director1", "Not confirmed: the list was the public one of last year.")),
    ),
    Story(
        days=10, about=("employee",), what="The team lead's brother repairs our office chairs.",
        acts=(take(1, "ceo"), hand_on(2, "ceo", "board", "I am not sure."),
              send_back(3, "director1", "A small conflict of interest of an employee: yours under III ¶1.")),
    ),
    Story(
        days=12, about=("employee",), what="Somebody reads the mail of a colleague on leave.",
        acts=(take(1, "ceo"), aside(1.5, "ceo", "The person concerned is a relative of mine."), take(4, "director3")),
    ),
    Story(
        days=16, about=("employee",), what="A delivery was booked a month early.",
        acts=(take(2, "ceo"), material(3, "Affects two quarters.")),
    ),
    Story(days=20, about=("employee",), what="An invoice was paid twice and nobody asked for it back."),
    Story(days=33, about=("sub_employee",), by="employee2", what="A warehouse key was copied without asking."),
    Story(
        days=100, about=("employee",), what="A colleague runs a web shop during working hours.",
        acts=(take(1, "ceo"), keep(2, "Half an hour a day."), second(3, "Agreed."), investigate(5, "ceo"),
              close(30, "ceo", "Confirmed. An outside business is to be disclosed (V ¶2(3))."),
              reopen(90, "ceo", "The shop now sells to a customer of ours.")),
    ),
    Story(days=1.2, kind="question", about=("employee",), what="May I keep a conference bag with a logo on it?"),
    Story(
        days=6, kind="question", about=("employee",), what="Does advising a friend's start-up count as work?",
        acts=(take(1, "ceo"), keep(1.2, "Advice without pay."), second(1.8, "Agreed.")),
    ),
    Story(
        days=25, kind="question", about=("employee",), what="取引先との昼食は、いくらまでなら申告が不要ですか。",
        acts=(
            take(1, "ceo"), keep(1.5, "A lunch."), second(2, "Agreed."),
            answered(3, "ceo", "V ¶2", "3,000円までの昼食は申告の対象外です。",
                     "取引先との打ち合わせの間の昼食\n一人3,000円以内"),
            proposed(4, "ceo",
                     ("Up to what price is lunch with a business partner not told to the company?",
                      "取引先との昼食は、いくらまで申告しなくてよいですか。"),
                     ("Lunch during a meeting is not told up to 3,000 yen a person. Above that, tell us beforehand.",
                      "打ち合わせの間の昼食は、一人3,000円まで申告の対象外です。それを超えるときは、事前に申告してください。")),
            approved(5, "delegate"),
        ),
    ),
)  # fmt: skip
