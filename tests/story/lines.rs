//! Lines of the timeline: who, when, what with what, and how long.

use crate::support::{asset, done, entry, last, looking, note, set, stamp, told};
use casebook::app::story::{CaseEntry, Line, action_words};
use casebook::domain::case::{CaseField, CaseKind, Evidence, Status, Urgency};
use casebook::domain::lang::Lang;
use casebook::journal::{Change, Journal, MAX_DRIFT_MS};

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
fn a_file_cannot_make_a_line_without_end() {
    let many = || (0..2000).map(|_| note("x")).collect::<Vec<_>>();
    let undos = (0..2000).map(|_| Change::Undo(stamp(1))).collect();
    for line in &told(&[entry(1, "may", many()), entry(2, "may", undos)])[2] {
        assert!(line.text.chars().count() < 1000 && line.detail.len() < 1000, "{}", line.text);
    }
}
