//! What happened, and how a request begins.

use crate::support::{
    CaseChange, asset, customer, description, entry, last, note, number, paper, promise, recorded, set,
    stage, told,
};
use casebook::app::story::LineKind;
use casebook::domain::case::{CaseEvent, CaseField, Channel, Urgency};
use casebook::domain::id::LetterId;
use casebook::domain::paper_kind::PaperKind;
use casebook::journal::Change;

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
