use crate::bench::{Bench, case_id};
use casebook::app::command::{NeedsError, put_expectation, reorder_items, set, set_texts};
use casebook::domain::case::{CaseField, CaseItemKey, CaseKind, CaseText, Urgency};
use casebook::domain::id::ExpectationId;
use casebook::domain::needs::{
    Expectation, ExpectationVerdict, Extent, Nature, NeedsMethod, Priority, PriorityMatrix,
};
use casebook::domain::text::TextError;

fn expectation_id(id: &str) -> ExpectationId {
    ExpectationId::parse(id).expect("an id")
}

#[test]
fn the_needs_are_written_down_as_one_action() {
    let mut bench = Bench::default();
    let text = |text, words: &str| (text, words.to_owned());
    let texts = vec![
        text(CaseText::Facts, "It leaks when it spins"),
        text(CaseText::Feelings, " Worried\nabout the floor "),
        text(CaseText::Why, " "),
    ];
    let pen = bench.pen("may");
    let new = set_texts(&pen, &case_id(), &bench.case(), texts.clone()).expect("needs");
    assert_eq!(new.entries(), 1);
    bench.take(new);
    assert_eq!(
        bench.told(),
        [
            "把“客户陈述的事实”定为“It leaks when it spins”；填写了“客户的感受” | Worried\nabout the floor",
            "將「客戶陳述的事實」設為「It leaks when it spins」；填寫了「客戶的感受」 | Worried\nabout the floor",
            "set “What was said” to “It leaks when it spins”; filled in “What was felt” | Worried\nabout the floor",
        ]
    );
    let case = bench.case();
    assert_eq!(case.text(CaseText::Feelings), "Worried\nabout the floor");
    let again = set_texts(&pen, &case_id(), &case, texts).expect("needs");
    assert_eq!(again.entries(), 0, "what is known already is not written again");
}

#[test]
fn what_kind_of_need_it_is_and_how_that_was_found_out_are_told() {
    let mut bench = Bench::default();
    let fields = vec![
        CaseField::NeedsMethod(Some(NeedsMethod::Interview)),
        CaseField::Nature(Some(Nature::Fault)),
        CaseField::Extent(Some(Extent::Part)),
    ];
    let pen = bench.pen("may");
    bench.take(set::<CaseKind>(&pen, case_id().as_str(), &bench.case(), fields));
    assert_eq!(
        bench.told(),
        [
            "把需求收集方式定为“访谈”；把需求性质定为“故障维修”；把影响范围定为“部分无法使用”",
            "將需求蒐集方式設為「訪談」；將需求性質設為「故障維修」；將影響範圍設為「部分無法使用」",
            "set how the needs were found out to “Interview”; set the kind of need to “Fault”; set the extent to “A part is out of use”",
        ]
    );
    let case = bench.case();
    assert_eq!(case.nature(), Some(Nature::Fault));
    assert_eq!((case.extent(), case.needs_method()), (Some(Extent::Part), Some(NeedsMethod::Interview)));
}

#[test]
fn urgency_and_extent_make_the_priority() {
    let mut bench = Bench::default();
    let matrix = PriorityMatrix::default();
    let pen = bench.pen("may");
    bench.take(set::<CaseKind>(&pen, "k1", &bench.case(), vec![CaseField::Urgency(Urgency::High)]));
    assert_eq!(bench.case().priority(&matrix), None);
    let pen = bench.pen("may");
    let extent = vec![CaseField::Extent(Some(Extent::Wider))];
    bench.take(set::<CaseKind>(&pen, case_id().as_str(), &bench.case(), extent));
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
