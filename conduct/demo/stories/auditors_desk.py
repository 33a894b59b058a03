"""What the Statutory Auditors received: about leaders, in confidence, about the books, or about nobody named yet."""

from conduct.demo.stories.plot import (
    Story,
    answered,
    approved,
    aside,
    close,
    decide,
    hand_on,
    investigate,
    material,
    needs_waiver,
    note,
    pass_on,
    proposed,
    receive,
    reopen,
    take,
)

WATCHED = "A director's daughter was hired without an interview."
STORIES = (
    Story(days=0.2, about=("officer",), what="An officer asked us to date a contract back by two weeks."),
    Story(days=0.8, about=("director3",), what="A director holds shares in the firm that tests our equipment."),
    Story(days=1.1, about=("ceo",), what="The CEO's driver is sent on private errands every week."),
    Story(days=1.4, about=("unknown",), channel="bosa_named", what="Somebody in our building sells access cards."),
    Story(days=2.2, about=("auditor3",), what="A statutory auditor was the guest of a supplier at a golf course."),
    Story(days=2.8, about=("employee",), matter="accounting", what="Costs of one project are booked on another."),
    Story(
        days=4, about=("director4",), what="An outside director advises a competitor.",
        acts=(take(1, "auditor2"), note(2, "auditor2", "Register of outside roles asked for.")),
    ),
    Story(
        days=5, about=("officer", "employee"), channel="bosa_named",
        what="An officer and a buyer agreed the result of a tender beforehand.",
        acts=(take(1, "auditor1"), investigate(3, "auditor1")),
    ),
    Story(
        days=6, about=("ceo",), channel="bosa_named", what="The CEO promised a friend a post that was not announced.",
        acts=(take(1, "auditor1"), note(2, "auditor1", "Papers of the personnel committee secured.")),
    ),
    Story(
        days=7, about=("director2",), what="役員が出張の航空券を家族の旅行に使ったと聞きました。",
        acts=(take(1, "auditor4"), aside(2, "auditor4", "We served on a committee together."), take(3, "auditor3")),
    ),
    Story(
        days=11, about=("unknown",), channel="bosa_named", what="A folder of customer contracts lies on an open share.",
        matter="large_data_leak",
        acts=(take(1, "auditor2"), hand_on(4, "auditor2", "ceo", "An employee's mistake, no leader involved.")),
    ),
    Story(
        days=13, about=("employee",), channel="bosa_named", what="My section chief asks for gifts at the year's end.",
        acts=(take(1, "auditor3"), hand_on(3, "auditor3", "ceo", "Employee; nothing material seen."), receive(4, "ceo"),
              take(4.1, "ceo")),
    ),
    Story(
        days=18, about=("sub_officer",), what="The head of a subsidiary rents his own flat to it.",
        acts=(take(1, "auditor2"), investigate(5, "auditor2"),
              note(9, "auditor2", "Rent compared with three flats in the same street.")),
    ),
    Story(
        days=21, about=("officer",), matter="retaliation", channel="bosa_named",
        what="Since I asked about the tender I am no longer invited to the weekly meeting.",
        acts=(take(0.5, "auditor1"), investigate(2, "auditor1")),
    ),
    Story(
        days=26, about=("employee",), matter="auditing", what="Papers for the accounting auditor were changed.",
        acts=(take(1, "auditor3"), investigate(4, "auditor3")),
    ),
    Story(
        days=45, about=("director1",), what=WATCHED,
        acts=(take(1, "auditor1"), investigate(5, "auditor1"),
              close(35, "auditor1", "Not confirmed. There were two interviews; the papers are on file.")),
    ),
    Story(
        days=60, about=("officer",), what="An officer told a journalist our figures.", matter="insider_trading",
        acts=(take(1, "auditor2"), investigate(4, "auditor2"),
              close(40, "auditor2", "Partly confirmed: figures of the year before. Training ordered.")),
    ),
    Story(
        days=75, about=("auditor4",), what="A statutory auditor came unprepared to three sittings.",
        acts=(take(2, "auditor1"), close(12, "auditor1", "Not something the Code covers.")),
    ),
    Story(
        days=90, about=("ceo",), what="The CEO spoke on a podcast about a product that is not announced.",
        acts=(take(1, "auditor1"), investigate(5, "auditor1"), close(50, "auditor1", "Not confirmed."),
              reopen(84, "auditor2", "A recording was found.")),
    ),
    Story(
        days=28, about=("unknown",), channel="bosa_named", what="夜間に誰かがサーバー室に入っています。",
        acts=(take(2, "auditor4"),),
    ),
    Story(days=17, about=("officer",), what="An officer's card paid for a dinner without guests."),
    Story(days=3.3, kind="question", about=("director",), what="May a director's spouse work for a supplier?"),
    Story(
        days=4, kind="question", about=("officer",), what="May I stay on a supplier's board although V ¶2 says no?",
        acts=(take(1, "auditor1"), needs_waiver(2, "auditor1", "V ¶2", "He may stay until the end of the year.")),
    ),
    Story(
        days=15, kind="question", about=("officer",), what="Is a speaker's fee from a university an outside business?",
        acts=(
            take(1, "auditor1"),
            answered(6, "auditor1", "V ¶2", "A fee for one talk a year is no outside business. Tell us each year.",
                     "One talk a year at a university.\nThe fee is paid to the officer."),
            proposed(7, "auditor1",
                     ("Is a fee for a talk at a university an outside business of an officer?",
                      "大学での講演料は、役員の社外の事業に当たりますか。"),
                     ("One talk a year is no outside business. The officer tells us of it once a year.",
                      "年1回の講演は社外の事業に当たりません。役員は年に一度、申告します。")),
            approved(8, "auditor2"),
        ),
    ),
    Story(
        days=27, about=("employee",), what="A customer's complaint was deleted from the list.",
        acts=(take(1, "ceo"), decide(18, "auditor1", "The CEO was abroad and said so.", opened=False)),
    ),
    Story(
        days=13.5, about=("employee",), what="One customer gets discounts that stand in no contract.",
        acts=(take(1, "ceo"), material(2, "Sales of a whole region may be affected."),
              decide(11, "auditor1", "He was told twice and did not hand it on.", opened=True),
              hand_on(12, "ceo", "board", "Sales of a region."), receive(13, "director1"), take(13.1, "director1")),
    ),
    Story(days=0.3, about=("employee",), channel="supervisor", what="A tool was taken home over the weekend."),
    Story(days=0.6, about=("officer",), channel="supervisor", by="employee2", what="An officer parks by the hydrant."),
    Story(
        days=3.6, about=("employee",), channel="supervisor", what="The coffee fund is short by four thousand yen.",
        acts=(pass_on(0.6),),
    ),
    Story(
        days=9.5, about=("officer",), channel="supervisor", what="An officer asked a supplier for concert tickets.",
        acts=(pass_on(0.8), take(2, "auditor2")),
    ),
    Story(days=5.5, about=("employee",), channel="supervisor", by="employee2", what="A log book has pages cut out."),
)  # fmt: skip
