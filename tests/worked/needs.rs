use crate::bench::{Bench, case_id};
use casebook::app::command::{Needs, NeedsError, put_expectation, record_needs, reorder_items, set};
use casebook::domain::case::{CaseField, CaseItemKey, CaseKind, CaseText, Urgency};
use casebook::domain::id::ExpectationId;
use casebook::domain::needs::{
    Expectation, ExpectationVerdict, Extent, NeedsMethod, Priority, PriorityMatrix,
};
use casebook::domain::text::TextError;

fn expectation_id(id: &str) -> ExpectationId {
    ExpectationId::parse(id).expect("an id")
}

#[test]
fn the_needs_are_written_down_as_one_action() {
    let mut bench = Bench::default();
    let needs = Needs {
        texts: vec![
            (CaseText::Facts, "It leaks when it spins".to_owned()),
            (CaseText::Feelings, " Worried\nabout the floor ".to_owned()),
            (CaseText::Why, " ".to_owned()),
        ],
        method: Some(NeedsMethod::Interview),
        extent: Some(Extent::Part),
    };
    let pen = bench.pen("may");
    let new = record_needs(&pen, &case_id(), &bench.case(), needs.clone()).expect("needs");
    assert_eq!(new.entries(), 1);
    bench.take(new);
    assert_eq!(
        bench.told(),
        [
            "把“客户陈述的事实”定为“It leaks when it spins”；填写了“客户的感受”；把需求收集方式定为“访谈”；把影响范围定为“部分无法使用” | Worried\nabout the floor",
            "將「客戶陳述的事實」設為「It leaks when it spins」；填寫了「客戶的感受」；將需求蒐集方式設為「訪談」；將影響範圍設為「部分無法使用」 | Worried\nabout the floor",
            "set “What was said” to “It leaks when it spins”; filled in “What was felt”; set how the needs were found out to “Interview”; set the extent to “A part is out of use” | Worried\nabout the floor",
        ]
    );
    let case = bench.case();
    assert_eq!(case.text(CaseText::Feelings), "Worried\nabout the floor");
    assert_eq!((case.extent(), case.needs_method()), (Some(Extent::Part), Some(NeedsMethod::Interview)));
    let again = record_needs(&pen, &case_id(), &case, needs).expect("needs");
    assert_eq!(again.entries(), 0, "what is known already is not written again");
}

#[test]
fn urgency_and_extent_make_the_priority() {
    let mut bench = Bench::default();
    let matrix = PriorityMatrix::default();
    let pen = bench.pen("may");
    bench.take(set::<CaseKind>(&pen, "k1", &bench.case(), vec![CaseField::Urgency(Urgency::High)]));
    assert_eq!(bench.case().priority(&matrix), None);
    let pen = bench.pen("may");
    let needs = Needs { extent: Some(Extent::Wider), ..Needs::default() };
    bench.take(record_needs(&pen, &case_id(), &bench.case(), needs).expect("needs"));
    assert_eq!(bench.case().priority(&matrix), Some(Priority::Top));
}

#[test]
fn what_is_expected_is_judged_and_ranked_by_the_customer() {
    let mut bench = Bench::default();
    let expect =
        |text: &str, verdict| Expectation { text: text.to_owned(), verdict, ..Expectation::default() };
    for (id, text) in [("e1", "Today"), ("e2", "Cheap"), ("e3", "Quiet")] {
        let pen = bench.pen("may");
        let new = put_expectation(&pen, &case_id(), &bench.case(), &expectation_id(id), expect(text, None));
        bench.take(new.expect("an expectation"));
    }
    let pen = bench.pen("may");
    let cannot = expect("Today", Some(ExpectationVerdict::Cannot));
    for (expectation, why) in [
        (expect(" ", None), NeedsError::Expectation(TextError::Empty)),
        (cannot.clone(), NeedsError::Reason(TextError::Empty)),
    ] {
        let refused = put_expectation(&pen, &case_id(), &bench.case(), &expectation_id("e1"), expectation);
        assert_eq!(refused, Err(why));
    }
    let said = Expectation {
        rank: 1,
        reason: "No hose in stock".to_owned(),
        alternative: "A spare machine".to_owned(),
        ..cannot
    };
    bench.take(
        put_expectation(&pen, &case_id(), &bench.case(), &expectation_id("e1"), said).expect("a verdict"),
    );
    assert_eq!(
        bench.told(),
        [
            "修改了客户期望“Today” | 能否满足：无法满足 | 原因：No hose in stock | 替代方案：A spare machine",
            "修改了客戶期望「Today」 | 能否滿足：無法滿足 | 原因：No hose in stock | 替代方案：A spare machine",
            "changed the expectation “Today” | Can we do it: Cannot be met | Reason: No hose in stock | Offered instead: A spare machine",
        ]
    );
    let pen = bench.pen("may");
    let order = ["e3", "e9", "e1", "e2"].map(|id| CaseItemKey::Expectation(expectation_id(id)));
    bench.take(reorder_items(&pen, &case_id(), &bench.case(), &order));
    let case = bench.case();
    let texts: Vec<_> = case.expectations().into_iter().map(|(_, it)| (it.rank, it.text.as_str())).collect();
    assert_eq!(texts, [(1, "Quiet"), (2, "Today"), (3, "Cheap")]);
}
