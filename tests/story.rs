//! The timeline of a case says in words what every entry did, in each language.

use casebook::app::story::{CaseEntry, Line, LineKind, Look, action_words, field_words, shop_words, story};
use casebook::catalog;
use casebook::domain::case::{
    CaseEvent, CaseField, CaseKind, Channel, Evidence, Mark, Recorded, StageMove, Status, Urgency,
};
use casebook::domain::date::Date;
use casebook::domain::document::{Block, Document, Issued};
use casebook::domain::id::{AssetId, CustomerId, LetterId, ProcessId, StaffId, StageId, TaskId};
use casebook::domain::lang::Lang;
use casebook::domain::paper_kind::PaperKind;
use casebook::domain::process::{Choice, EvidenceKind, Lane, Process, ProcessRef, Role, Stage, Task};
use casebook::domain::promise::PromiseRules;
use casebook::domain::shop::ShopField;
use casebook::i18n::texts;
use casebook::journal::{Change, DeviceId, Journal, MAX_DRIFT_MS, SessionId, Stamp, Writer};

const NOW: u64 = 1_795_264_320_000;

type CaseChange = Change<CaseField, CaseEvent>;

fn stamp(n: u64) -> Stamp {
    let writer = Writer { device: DeviceId::from_random(1), session: SessionId::from_random(1) };
    Stamp::new(NOW + n, 0, writer)
}

fn entry(n: u64, author: &str, changes: Vec<CaseChange>) -> CaseEntry {
    CaseEntry { stamp: stamp(n), author: StaffId::parse(author), changes }
}

fn set(field: CaseField, replaces: &[u64]) -> CaseChange {
    Change::Set { field, replaces: replaces.iter().copied().map(stamp).collect() }
}

fn process() -> Process {
    let task = |id: &str, text: &str, evidence| Task {
        id: TaskId::parse(id).expect("an id"),
        text: text.to_owned(),
        hint: String::new(),
        required: true,
        lane: Lane::Frontstage,
        role: Role::Operator,
        evidence,
        limit: None,
    };
    let choice = Choice { id: "spoken".to_owned(), label: "Out loud".to_owned() };
    let stage = |id: &str, name: &str, tasks| Stage {
        id: StageId::parse(id).expect("an id"),
        name: name.to_owned(),
        tasks,
        review: false,
    };
    Process {
        at: ProcessRef { id: ProcessId::parse("P98").expect("an id"), version: 1 },
        name: "Test".to_owned(),
        about: String::new(),
        within_case: false,
        stages: vec![
            stage("first", "Intake", vec![task("greet", "Greet", EvidenceKind::Tick)]),
            stage(
                "second",
                "Repair",
                vec![
                    task("quote", "Quote", EvidenceKind::Number),
                    task("due", "Due", EvidenceKind::Date),
                    task("how", "How", EvidenceKind::Choice(vec![choice])),
                ],
            ),
        ],
    }
}

/// Calls `f` with a look in a language: May is known by name and so are Abbott and their tap.
fn looking<T>(lang: Lang, f: impl FnOnce(&Look) -> T) -> T {
    let known = |id: &str, pairs: &[(&str, &str)]| {
        pairs.iter().find(|(known, _)| *known == id).map(|(_, name)| (*name).to_owned())
    };
    let process = process();
    f(&Look {
        lang,
        now: NOW,
        zone: casebook::domain::calendar::Zone::default(),
        process: Some(&process),
        process_at: &|_| None,
        staff: &|id| known(id.as_str(), &[("may", "May"), ("ruth", "Ruth")]),
        customer: &|id| known(id.as_str(), &[("abbott", "Abbott"), ("barlow", "Barlow")]),
        asset: &|id| known(id.as_str(), &[("tap", "Tap"), ("door", "Door")]),
        case: &|_| None,
    })
}

fn told(entries: &[CaseEntry]) -> [Vec<Line>; 3] {
    let journal: Journal<CaseKind> = entries.iter().cloned().collect();
    Lang::ALL.map(|lang| looking(lang, |look| story(&journal, look)))
}

/// The text of the last line in each language, with its details behind bars.
fn last(entries: &[CaseEntry]) -> [String; 3] {
    told(entries).map(|lines| {
        let line = lines.last().expect("a line");
        std::iter::once(&line.text).chain(&line.detail).cloned().collect::<Vec<_>>().join(" | ")
    })
}

fn process_ref(id: &str) -> CaseField {
    CaseField::Process(ProcessRef { id: ProcessId::parse(id).expect("an id"), version: 1 })
}

fn customer(id: &str) -> CaseField {
    CaseField::Customer(CustomerId::parse(id).expect("an id"))
}

fn asset(id: &str) -> CaseField {
    CaseField::Asset(AssetId::parse(id))
}

fn assignee(id: &str) -> CaseField {
    CaseField::Assignee(StaffId::parse(id))
}

fn stage(id: &str, reason: &str) -> CaseField {
    CaseField::Stage(StageMove { to: StageId::parse(id).expect("an id"), reason: reason.to_owned() })
}

fn task(id: &str, mark: Mark) -> CaseField {
    CaseField::Task(TaskId::parse(id).expect("an id"), mark)
}

fn done(id: &str, evidence: Evidence) -> CaseField {
    task(id, Mark::Done(evidence))
}

fn number(text: &str) -> CaseField {
    CaseField::Number(text.to_owned())
}

fn description(text: &str) -> CaseField {
    CaseField::Description(text.to_owned())
}

fn promise(text: &str) -> CaseField {
    CaseField::Told(text.to_owned())
}

fn recorded(activity: &str, note: &str) -> CaseChange {
    Change::Event(CaseEvent::Recorded(Recorded { activity: activity.to_owned(), note: note.to_owned() }))
}

fn note(text: &str) -> CaseChange {
    Change::Event(CaseEvent::Note(text.to_owned()))
}

fn paper(paper: PaperKind, revision: u32) -> CaseChange {
    let document = Document { paper, lang: Lang::En, blocks: vec![Block::Paragraph("x".to_owned())] };
    Change::Event(CaseEvent::PaperIssued(Issued {
        number: "K3V-0001".to_owned(),
        revision,
        date: Date::new(2026, 11, 21).expect("a date"),
        replaces: None,
        visit: None,
        hash: document.hash(),
        document,
    }))
}

#[test]
fn a_field_is_told_by_what_it_replaces() {
    use CaseField as F;
    let date = Evidence::Date(Date::new(2026, 11, 21).expect("a date"));
    let cases: Vec<(Option<CaseField>, CaseField, [&str; 3])> = vec![
        (
            None,
            process_ref("P98"),
            [
                "把服务流程定为“Test · 第 1 版”",
                "將服務流程設為「Test · 第 1 版」",
                "set the process to “Test · version 1”",
            ],
        ),
        (
            Some(process_ref("P98")),
            process_ref("P99"),
            [
                "把服务流程从“Test · 第 1 版”改为“P99”",
                "將服務流程從「Test · 第 1 版」改為「P99」",
                "changed the process from “Test · version 1” to “P99”",
            ],
        ),
        (
            Some(number("K3V-0001")),
            number("K3V-0002"),
            [
                "把单号从“K3V-0001”改为“K3V-0002”",
                "將單號從「K3V-0001」改為「K3V-0002」",
                "changed the case number from “K3V-0001” to “K3V-0002”",
            ],
        ),
        (
            Some(customer("abbott")),
            customer("barlow"),
            [
                "把客户从“Abbott”改为“Barlow”",
                "將客戶從「Abbott」改為「Barlow」",
                "changed the customer from “Abbott” to “Barlow”",
            ],
        ),
        (
            None,
            customer("gone"),
            [
                "把客户定为“本机没有的客户”",
                "將客戶設為「本機沒有的客戶」",
                "set the customer to “a customer not on this device”",
            ],
        ),
        (None, asset("tap"), ["把设备定为“Tap”", "將設備設為「Tap」", "set the item to “Tap”"]),
        (
            Some(asset("tap")),
            F::Asset(None),
            ["把设备从“Tap”改为“无”", "將設備從「Tap」改為「無」", "changed the item from “Tap” to “none”"],
        ),
        (
            Some(F::Channel(Channel::Phone)),
            F::Channel(Channel::WalkIn),
            [
                "把接触渠道从“电话”改为“到店”",
                "將接觸管道從「電話」改為「到店」",
                "changed the channel from “Phone” to “Walk-in”",
            ],
        ),
        (
            Some(description("It drips")),
            description("It pours"),
            [
                "把问题描述从“It drips”改为“It pours”",
                "將問題描述從「It drips」改為「It pours」",
                "changed the description from “It drips” to “It pours”",
            ],
        ),
        (
            Some(description("It drips")),
            description("It pours\nand pours"),
            [
                "修改了问题描述 | It drips → It pours\nand pours",
                "修改了問題描述 | It drips → It pours\nand pours",
                "changed the description | It drips → It pours\nand pours",
            ],
        ),
        (
            None,
            description("a\nb"),
            ["填写了问题描述 | a\nb", "填寫了問題描述 | a\nb", "filled in the description | a\nb"],
        ),
        (
            Some(F::Urgency(Urgency::Normal)),
            F::Urgency(Urgency::High),
            [
                "把紧急程度从“一般”改为“紧急”",
                "將緊急程度從「一般」改為「緊急」",
                "changed the urgency from “Normal” to “Urgent”",
            ],
        ),
        (None, assignee("may"), ["接手了服务单", "接手了服務單", "took on the case"]),
        (None, assignee("ruth"), ["把服务单交给Ruth", "將服務單交給Ruth", "gave the case to Ruth"]),
        (
            None,
            assignee("gone"),
            ["把服务单交给某位同事", "將服務單交給某位同仁", "gave the case to somebody"],
        ),
        (
            Some(assignee("ruth")),
            assignee("may"),
            ["从Ruth手中接过服务单", "從Ruth手中接下服務單", "took over the case from Ruth"],
        ),
        (
            Some(assignee("may")),
            assignee("ruth"),
            ["把服务单从May转给Ruth", "將服務單從May轉給Ruth", "passed the case from May to Ruth"],
        ),
        (
            Some(assignee("ruth")),
            F::Assignee(None),
            [
                "把服务单从Ruth手中收回，暂未另派",
                "將服務單從Ruth手中收回，尚未另派",
                "took Ruth off the case",
            ],
        ),
        (None, F::Assignee(None), ["没有指定负责人", "沒有指定負責人", "left the case without a handler"]),
        (
            None,
            promise("tomorrow"),
            ["告知客户：tomorrow", "告知客戶：tomorrow", "told the customer: tomorrow"],
        ),
        (
            Some(promise("today")),
            promise(""),
            [
                "把对客户的答复时间从“today”改为“（空）”",
                "將對客戶的回覆時間從「today」改為「（空白）」",
                "changed what the customer was told from “today” to “(empty)”",
            ],
        ),
        (
            Some(stage("first", "")),
            stage("second", ""),
            [
                "把阶段从“Intake”推进到“Repair”",
                "將階段從「Intake」推進到「Repair」",
                "moved the case on from “Intake” to “Repair”",
            ],
        ),
        (
            Some(stage("second", "")),
            stage("first", "a new fault"),
            [
                "把阶段从“Repair”退回到“Intake” | 理由：a new fault",
                "將階段從「Repair」退回到「Intake」 | 原因：a new fault",
                "moved the case back from “Repair” to “Intake” | Reason: a new fault",
            ],
        ),
        (
            None,
            stage("first", ""),
            ["把阶段定为“Intake”", "將階段設為「Intake」", "put the case at “Intake”"],
        ),
        (
            Some(stage("first", "")),
            stage("elsewhere", ""),
            [
                "把阶段从“Intake”改为“elsewhere”",
                "將階段從「Intake」改為「elsewhere」",
                "changed the stage from “Intake” to “elsewhere”",
            ],
        ),
        (None, done("greet", Evidence::Tick), ["完成了“Greet”", "完成了「Greet」", "ticked “Greet”"]),
        (
            None,
            done("quote", Evidence::Number("120".to_owned())),
            ["完成了“Quote”：120", "完成了「Quote」：120", "completed “Quote”: 120"],
        ),
        (
            None,
            done("due", date),
            [
                "完成了“Due”：2026年11月21日",
                "完成了「Due」：2026年11月21日",
                "completed “Due”: 21 November 2026",
            ],
        ),
        (
            None,
            done("how", Evidence::Choice("spoken".to_owned())),
            ["完成了“How”：Out loud", "完成了「How」：Out loud", "completed “How”: Out loud"],
        ),
        (
            None,
            done("greet", Evidence::Choice("work_order".to_owned())),
            ["完成了“Greet”", "完成了「Greet」", "completed “Greet”"],
        ),
        (
            None,
            done("note", Evidence::Text("two\nlines".to_owned())),
            ["完成了“note” | two\nlines", "完成了「note」 | two\nlines", "completed “note” | two\nlines"],
        ),
        (
            Some(done("quote", Evidence::Number("120".to_owned()))),
            done("quote", Evidence::Number("150".to_owned())),
            [
                "把“Quote”从“120”改为“150”",
                "將「Quote」從「120」改為「150」",
                "changed “Quote” from “120” to “150”",
            ],
        ),
        (
            Some(done("greet", Evidence::Tick)),
            task("greet", Mark::Open),
            ["把“Greet”改回未完成", "將「Greet」改回未完成", "marked “Greet” as not done"],
        ),
        (
            Some(task("greet", Mark::Open)),
            done("greet", Evidence::Tick),
            ["完成了“Greet”", "完成了「Greet」", "ticked “Greet”"],
        ),
        (None, F::Status(Status::Closed), ["将服务单结案", "將服務單結案", "closed the case"]),
        (None, F::Status(Status::Withdrawn), ["撤销了服务单", "撤銷了服務單", "withdrew the case"]),
        (
            Some(F::Status(Status::Closed)),
            F::Status(Status::Open),
            ["重新打开了服务单", "重新開啟了服務單", "opened the case again"],
        ),
        (
            None,
            F::Status(Status::Open),
            ["把服务单标为进行中", "將服務單標為進行中", "marked the case as open"],
        ),
    ];
    for (old, new, expected) in cases {
        let replaces: &[u64] = if old.is_some() { &[1] } else { &[] };
        let before: Vec<CaseChange> = old.into_iter().map(|old| set(old, &[])).collect();
        let entries = [entry(1, "ruth", before), entry(2, "may", vec![set(new.clone(), replaces)])];
        assert_eq!(last(&entries), expected, "{new:?}");
    }
}

#[test]
fn what_happened_is_told() {
    let letter = |revision| {
        Change::Event(CaseEvent::LetterIssued {
            letter: LetterId::parse("letter").expect("an id"),
            number: "CL-7".to_owned(),
            revision,
        })
    };
    let cases: Vec<(CaseChange, LineKind, [&str; 3])> = vec![
        (
            Change::Event(CaseEvent::Opened),
            LineKind::Opened,
            ["受理了请求", "受理了請求", "took the request"],
        ),
        (
            note("key is with the neighbour"),
            LineKind::Note,
            [
                "写了一条备注 | key is with the neighbour",
                "寫了一則備註 | key is with the neighbour",
                "wrote a note | key is with the neighbour",
            ],
        ),
        (
            paper(PaperKind::IntakeReceipt, 1),
            LineKind::Paper,
            ["出具了受理回执 K3V-0001", "出具了受理回執 K3V-0001", "issued intake receipt K3V-0001"],
        ),
        (
            paper(PaperKind::CommitmentLetter, 3),
            LineKind::Paper,
            [
                "出具了服务承诺书 K3V-0001（第 3 版）",
                "出具了服務承諾書 K3V-0001（第 3 版）",
                "issued commitment letter K3V-0001, revision 3",
            ],
        ),
        (
            letter(1),
            LineKind::Letter,
            ["出具了服务承诺书 CL-7", "出具了服務承諾書 CL-7", "issued commitment letter CL-7"],
        ),
        (
            letter(2),
            LineKind::Letter,
            [
                "出具了服务承诺书 CL-7（第 2 版）",
                "出具了服務承諾書 CL-7（第 2 版）",
                "issued commitment letter CL-7, revision 2",
            ],
        ),
        (
            recorded("Test Repair", "phoneType: T2"),
            LineKind::Work,
            [
                "进行了“Test Repair” | phoneType: T2",
                "進行了「Test Repair」 | phoneType: T2",
                "did “Test Repair” | phoneType: T2",
            ],
        ),
        (
            Change::Unknown("{\"future\":1}".to_owned()),
            LineKind::Unknown,
            [
                "记录了此版本无法显示的内容",
                "記錄了此版本無法顯示的內容",
                "recorded something that this version cannot show",
            ],
        ),
    ];
    for (change, kind, expected) in cases {
        let entries = [entry(1, "may", vec![change])];
        assert_eq!(last(&entries), expected);
        assert!(told(&entries).iter().all(|lines| lines[0].kind == kind), "{kind:?}");
    }
    let empty = told(&[entry(1, "may", Vec::new())]);
    assert!(empty.iter().all(|lines| lines[0].kind == LineKind::Unknown));
}

#[test]
fn taking_a_request_is_one_line() {
    let changes = vec![
        Change::Event(CaseEvent::Opened),
        set(number("K3V-0001"), &[]),
        set(stage("first", ""), &[]),
        set(customer("abbott"), &[]),
        set(CaseField::Channel(Channel::Phone), &[]),
        set(description("The tap drips"), &[]),
        set(CaseField::Urgency(Urgency::High), &[]),
        set(asset("tap"), &[]),
        set(promise("tomorrow"), &[]),
    ];
    let [cn, tw, en] = told(&[entry(1, "may", changes)]).map(|lines| {
        assert_eq!(lines.len(), 1);
        lines.into_iter().next().expect("a line")
    });
    assert_eq!(format!("{}{}", cn.author, cn.text), "May受理了电话请求：The tap drips");
    assert_eq!(format!("{}{}", tw.author, tw.text), "May受理了電話請求：The tap drips");
    assert_eq!(format!("{} {}", en.author, en.text), "May took the request by phone: The tap drips");
    assert_eq!(en.detail[..3], ["Case number: K3V-0001", "Customer: Abbott", "Urgency: Urgent"]);
    assert_eq!(cn.detail[3..], ["设备：Tap", "对客户的答复时间：tomorrow"]);
    assert_eq!(tw.kind, LineKind::Opened);
}

#[test]
fn the_first_row_of_a_list_is_told_with_the_opening() {
    let changes = vec![Change::Event(CaseEvent::Opened), set(number("1074"), &[]), recorded("Register", "")];
    let [cn, tw, en] = told(&[entry(1, "may", changes)]).map(|lines| lines[0].detail.clone());
    assert_eq!(cn, ["单号：1074", "进行了“Register”"]);
    assert_eq!(tw, ["單號：1074", "進行了「Register」"]);
    assert_eq!(en, ["Case number: 1074", "did “Register”"]);
}

#[test]
fn every_channel_reads_well() {
    let expected = [
        ["受理了到店请求", "受理了到店請求", "took the request at the counter"],
        ["受理了电话请求", "受理了電話請求", "took the request by phone"],
        ["受理了在线聊天请求", "受理了線上聊天請求", "took the request by online chat"],
        ["受理了短信请求", "受理了簡訊請求", "took the request by text message"],
        ["受理了电子邮件请求", "受理了電子郵件請求", "took the request by e-mail"],
        ["受理了社交媒体请求", "受理了社群媒體請求", "took the request on social media"],
        ["受理了信函请求", "受理了郵寄請求", "took the request by post"],
        ["受理了现场请求", "受理了現場請求", "took the request on site"],
    ];
    for (channel, expected) in Channel::ALL.into_iter().zip(expected) {
        let changes = vec![Change::Event(CaseEvent::Opened), set(CaseField::Channel(channel), &[])];
        assert_eq!(last(&[entry(1, "may", changes)]), expected);
    }
}

#[test]
fn a_long_description_is_told_beside_the_line() {
    let long = "滴".repeat(2000);
    let changes = vec![Change::Event(CaseEvent::Opened), set(description(&long), &[])];
    let [cn, ..] = told(&[entry(1, "may", changes)]);
    assert_eq!(cn[0].text, format!("受理了请求：{}…", "滴".repeat(60)));
    assert_eq!(cn[0].detail, [long]);
}

#[test]
fn settling_a_conflict_says_so() {
    let urgency = CaseField::Urgency;
    let entries = [
        entry(1, "may", vec![set(urgency(Urgency::Normal), &[])]),
        entry(2, "ruth", vec![set(urgency(Urgency::High), &[])]),
        entry(3, "may", vec![set(urgency(Urgency::High), &[1, 2])]),
    ];
    assert_eq!(
        last(&entries),
        [
            "把紧急程度统一为“紧急” | 此前并存：“一般”、“紧急”",
            "將緊急程度統一為「緊急」 | 先前並存：「一般」、「緊急」",
            "settled the urgency as “Urgent” | Side by side until then: “Normal”, “Urgent”",
        ]
    );
    // Two devices that said the same did not disagree.
    let entries = [
        entry(1, "may", vec![set(urgency(Urgency::Low), &[])]),
        entry(2, "ruth", vec![set(urgency(Urgency::Low), &[])]),
        entry(3, "may", vec![set(urgency(Urgency::High), &[1, 2])]),
    ];
    assert_eq!(last(&entries)[2], "changed the urgency from “Not urgent” to “Urgent”");
}

#[test]
fn an_undo_names_what_it_took_back() {
    let mut entries = vec![
        entry(1, "may", vec![set(done("greet", Evidence::Tick), &[])]),
        entry(2, "may", vec![Change::Undo(stamp(1))]),
    ];
    assert_eq!(last(&entries), ["撤销了：完成了“Greet”", "復原了：完成了「Greet」", "undid: ticked “Greet”"]);
    let undone =
        |entries: &[CaseEntry]| -> Vec<bool> { told(entries)[0].iter().map(|line| line.undone).collect() };
    assert_eq!(undone(&entries), [true, false]);

    entries.push(entry(3, "ruth", vec![Change::Undo(stamp(2))]));
    assert_eq!(undone(&entries), [false, true, false]);
    assert_eq!(
        last(&entries),
        ["恢复了先前撤销的操作", "恢復了先前復原的操作", "brought back what had been undone"]
    );

    for target in [9, 4] {
        let entries = [entry(4, "may", vec![Change::Undo(stamp(target))])];
        assert_eq!(last(&entries)[2], "undid something that is not on this device");
    }
}

#[test]
fn an_action_has_the_words_of_its_line() {
    let written = entry(1, "may", vec![note("x")]);
    let journal = Journal::<CaseKind>::from([written.clone()]);
    let words = Lang::ALL.map(|lang| looking(lang, |look| action_words(&journal, look, &written)));
    assert_eq!(words, ["写了一条备注", "寫了一則備註", "wrote a note"]);
}

#[test]
fn several_changes_are_one_line_and_a_note_explains() {
    let close = vec![set(CaseField::Status(Status::Closed), &[]), note("paid in cash")];
    assert_eq!(
        last(&[entry(1, "may", close)]),
        ["将服务单结案 | paid in cash", "將服務單結案 | paid in cash", "closed the case | paid in cash"]
    );
    let two = vec![set(CaseField::Urgency(Urgency::High), &[]), set(asset("tap"), &[])];
    assert_eq!(
        last(&[entry(1, "may", two)]),
        [
            "把紧急程度定为“紧急”；把设备定为“Tap”",
            "將緊急程度設為「緊急」；將設備設為「Tap」",
            "set the urgency to “Urgent”; set the item to “Tap”",
        ]
    );
}

#[test]
fn a_line_knows_who_and_whether_the_time_can_be_trusted() {
    let entries = [
        entry(1, "gone", vec![note("x")]),
        entry(2, "not an id", vec![note("y")]),
        entry(MAX_DRIFT_MS + 1, "ruth", vec![note("z")]),
    ];
    let [cn, tw, en] = told(&entries);
    let authors = |lines: &[Line]| lines.iter().map(|line| line.author.clone()).collect::<Vec<_>>();
    assert_eq!(authors(&cn), ["有人", "有人", "Ruth"]);
    assert_eq!(authors(&tw), ["有人", "有人", "Ruth"]);
    assert_eq!(authors(&en), ["Somebody", "Somebody", "Ruth"]);
    assert_eq!(en.iter().map(|line| line.doubtful).collect::<Vec<_>>(), [false, false, true]);
}

#[test]
fn a_value_is_said_in_words() {
    for lang in Lang::ALL {
        let p1 = catalog::default_process(lang).expect("P1");
        looking(lang, |look| {
            assert_eq!(field_words(look, &CaseField::Process(p1.at.clone())), p1.name);
        });
    }
    for (field, expected) in [
        (CaseField::Assignee(None), ["无人", "無人", "nobody"]),
        (task("greet", Mark::Open), ["未完成", "未完成", "not done"]),
        (done("greet", Evidence::Tick), ["已完成", "已完成", "done"]),
        (CaseField::Status(Status::Withdrawn), ["已撤销", "已撤銷", "Withdrawn"]),
        (stage("second", "why"), ["Repair", "Repair", "Repair"]),
        (asset("gone"), ["本机没有的设备", "本機沒有的設備", "an item not on this device"]),
    ] {
        assert_eq!(Lang::ALL.map(|lang| looking(lang, |look| field_words(look, &field))), expected);
    }
}

#[test]
fn rules_of_promises_are_told_apart_by_their_person() {
    let rules = |to: Option<&str>| {
        let escalate_to = to.and_then(StaffId::parse);
        ShopField::PromiseRules(PromiseRules { warn_percent: 75, escalate_to })
    };
    for lang in Lang::ALL {
        let told = |to| looking(lang, |look| shop_words(texts(lang), look.staff, &rules(to)));
        let all = [told(None), told(Some("may")), told(Some("ruth"))];
        assert!(all[1].ends_with("May") && all[2].ends_with("Ruth") && !all[0].contains("May"), "{all:?}");
        assert!(all.iter().all(|words| words.contains("75")), "{all:?}");
    }
}

#[test]
fn a_file_cannot_make_a_line_without_end() {
    let many = || (0..2000).map(|_| note("x")).collect::<Vec<_>>();
    let undos = (0..2000).map(|_| Change::Undo(stamp(1))).collect();
    for line in &told(&[entry(1, "may", many()), entry(2, "may", undos)])[2] {
        assert!(line.text.chars().count() < 1000 && line.detail.len() < 1000, "{}", line.text);
    }
}
