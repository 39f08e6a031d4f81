//! What was set, and what it replaces.

use crate::support::{
    CaseChange, asset, assignee, customer, description, done, entry, last, looking, number, process_ref,
    promise, set, stage, task,
};
use casebook::app::story::{field_words, shop_words};
use casebook::catalog;
use casebook::domain::case::{CaseField, Channel, Evidence, Mark, Status, Urgency};
use casebook::domain::date::Date;
use casebook::domain::id::StaffId;
use casebook::domain::lang::Lang;
use casebook::domain::promise::PromiseRules;
use casebook::domain::shop::ShopField;
use casebook::i18n::texts;

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
