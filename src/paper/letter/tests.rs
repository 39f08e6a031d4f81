use super::*;
use crate::catalog::clause_library;
use crate::domain::hours::Hours;
use crate::domain::id::{CaseId, ClauseId, CustomerId, ParameterId, SectionId};
use crate::domain::letter::{LetterEvent, LetterField, LetterKind, OwnClause, ParameterError};
use crate::domain::promise::PromiseKind;
use crate::domain::text::TextError;
use crate::journal::{Change, Entry, Journal, Stamp};
use crate::paper::Problem;
use crate::stats::promises::RecordLine;

/// A draft's letter, made of a purpose and some fields.
fn letter(purpose: Purpose, fields: &[LetterField]) -> Letter {
    let drafted = Change::Event(LetterEvent::Drafted { purpose, revises: None });
    let set = |field: &LetterField| Change::Set { field: field.clone(), replaces: Vec::new() };
    let entry = Entry {
        stamp: Stamp::parse("000000000001-000000-abcdefghjk").expect("a stamp"),
        author: None,
        changes: std::iter::once(drafted).chain(fields.iter().map(set)).collect(),
    };
    Letter::of(&Journal::<LetterKind>::from([entry]))
}

fn standing(fields: &[LetterField]) -> Letter {
    letter(Purpose::Standing, fields)
}

fn for_case(fields: &[LetterField]) -> Letter {
    letter(Purpose::Case(CaseId::parse("case1").expect("an id")), fields)
}

fn shop() -> ShopFace {
    ShopFace {
        name: "街角维修".to_owned(),
        phone: "021-0155 0188".to_owned(),
        address: "梧桐路 18 号".to_owned(),
        hours: Hours::usual(),
        logo: None,
    }
}

fn case() -> CaseFacts {
    CaseFacts {
        number: "ABC-1".to_owned(),
        matter: "洗衣机漏水\n急".to_owned(),
        customer: "王秀兰".to_owned(),
    }
}

fn clause(id: &str) -> ClauseId {
    ClauseId::parse(id).expect("an id")
}

fn parameter(of: &str, id: &str, value: &str) -> LetterField {
    LetterField::Parameter(clause(of), ParameterId::parse(id).expect("an id"), value.to_owned())
}

fn own(id: &str, section: &str, text: &str) -> LetterField {
    let section = SectionId::parse(section).expect("an id");
    LetterField::Own(clause(id), Some(OwnClause { section, text: text.to_owned() }))
}

fn day(text: &str) -> Date {
    Date::parse(text).expect("a date")
}

/// Calls `check` with the draft of a letter in a language.
fn with_draft<T>(letter: &Letter, lang: Lang, check: impl FnOnce(Draft) -> T) -> T {
    let numbering = Numbering { number: "C-7".to_owned(), revision: 1, replaces: None };
    check(Draft {
        letter,
        lang,
        library: clause_library(lang),
        shop: &shop(),
        case: Some(&case()),
        customer: "陈玉兰",
        record: None,
        numbering: &numbering,
        date: day("2026-11-21"),
    })
}

fn text(letter: &Letter, lang: Lang) -> String {
    with_draft(letter, lang, |draft| draft.compose().plain_text())
}

fn problems(letter: &Letter) -> Vec<Problem> {
    with_draft(letter, Lang::ZhCn, |draft| draft.problems())
}

#[test]
fn a_standing_letter_follows_the_customs_of_its_language() {
    let chinese = text(&standing(&[]), Lang::ZhCn);
    let lines: Vec<_> = chinese.lines().collect();
    assert_eq!(
        lines[..9],
        [
            "街角维修",
            "梧桐路 18 号",
            "电话：021-0155 0188",
            "服务时间：周一至周五 09:00–12:00、13:00–18:00",
            "客户服务承诺书",
            "编号：C-7",
            "尊敬的各位客户：",
            "感谢您选择街角维修。承蒙信任，现就我们的服务郑重承诺如下：",
            "一、诚信规范",
        ]
    );
    assert!(chinese.contains("\n八、持续改进\n1. "), "{chinese}");
    assert!(chinese.contains("\n投诉与监督电话：021-0155 0188\n本承诺书自2026年11月21日起生效。\n"));
    assert!(chinese.contains("\n此致\n敬礼\n街角维修\n负责人签字：\n盖章\n2026年11月21日\n"), "{chinese}");

    let english = text(&standing(&[]), Lang::En);
    assert!(english.contains("\n21 November 2026 · Letter no. C-7\n"), "{english}");
    assert!(english.contains("\nDear customers,\nThank you"), "{english}");
    assert!(english.contains("\n2. Fast response\n(a) Within 2 hours"), "{english}");
    assert_eq!(english.matches("21 November 2026").count(), 2, "the date above, and the first day");
}

#[test]
fn a_case_letter_speaks_of_its_case() {
    let words = text(&for_case(&[]), Lang::ZhCn);
    assert!(words.contains("\n服务承诺书\n"));
    assert!(
        words.contains("\n尊敬的王秀兰：\n感谢您将“洗衣机漏水”（单号 ABC-1）托付给街角维修。"),
        "{words}"
    );
    let unknown = with_draft(&for_case(&[]), Lang::ZhCn, |draft| {
        let draft = Draft { case: None, ..draft };
        (draft.compose().plain_text(), draft.problems())
    });
    assert!(unknown.0.contains("\n尊敬的客户：\n感谢您选择街角维修。"), "{}", unknown.0);
    assert_eq!(unknown.1, [Problem::NoCase]);
}

#[test]
fn every_language_says_everything() {
    let purposes = [standing(&[]), for_case(&[LetterField::Until(Some(day("2027-11-20")))])];
    for (letter, lang) in purposes.iter().flat_map(|letter| Lang::ALL.map(|lang| (letter, lang))) {
        let words = text(letter, lang);
        assert!(!words.contains(['{', '}']), "{words}");
        assert!(words.lines().all(|line| !line.trim().is_empty() && line.trim() == line), "{words}");
        assert_eq!(with_draft(letter, lang, |draft| draft.problems()), [], "{lang:?}");
    }
}

#[test]
fn clauses_are_chosen_filled_and_added() {
    let words = text(
        &standing(&[
            LetterField::Clause(clause("surveys"), false),
            LetterField::Clause(clause("free_maintenance"), true),
            parameter("free_maintenance", "maintenance_months", " １８ "),
            own("own1", "privacy", "  修完的旧硬盘\n当面销毁。 "),
            own("own2", "unheard_of", "雨天备伞。"),
        ]),
        Lang::ZhCn,
    );
    assert!(words.contains("提供 18 个月免费维护。 ⏱"), "{words}");
    assert!(words.contains("2. 修完的旧硬盘 当面销毁。\n"), "{words}");
    assert!(words.contains("八、持续改进\n1. 雨天备伞。\n"), "{words}");
}

#[test]
fn an_empty_section_is_left_out_and_the_rest_counts_on() {
    let ethics = ["ethics", "published_fees", "staff_identity"];
    let off: Vec<_> = ethics.iter().map(|id| LetterField::Clause(clause(id), false)).collect();
    let words = text(&standing(&off), Lang::ZhTw);
    assert!(words.contains("\n一、快速回應\n"), "{words}");
    assert!(!words.contains("誠信規範"));
}

#[test]
fn english_has_a_singular() {
    let one = standing(&[
        parameter("first_response", "inside_hours", "1"),
        parameter("written_plan", "plan_days", "1"),
    ]);
    let words = text(&one, Lang::En);
    assert!(words.contains("Within 1 hour during service hours, and 12 hours outside them"), "{words}");
    assert!(words.contains("within 1 working day of"), "{words}");
}

#[test]
fn the_supervision_phone_is_the_shops_until_told_otherwise() {
    let on = LetterField::Clause(clause("supervision_phone"), true);
    let words = text(&standing(std::slice::from_ref(&on)), Lang::ZhCn);
    assert!(words.contains("设有服务监督电话 021-0155 0188，"), "{words}");
    let words =
        text(&standing(&[on.clone(), parameter("supervision_phone", "phone", "400-0155")]), Lang::ZhCn);
    assert!(words.contains("\n投诉与监督电话：400-0155\n"), "{words}");
    let silent = with_draft(&standing(&[on]), Lang::ZhCn, |draft| {
        let shop = ShopFace { name: "街角维修".to_owned(), ..ShopFace::default() };
        let draft = Draft { shop: &shop, ..draft };
        (draft.compose().plain_text(), draft.problems())
    });
    assert!(!silent.0.contains("投诉与监督电话") && !silent.0.contains("地址"), "{}", silent.0);
    assert!(matches!(&silent.1[..], [Problem::Parameter { error: ParameterError::Empty, .. }]));
}

#[test]
fn a_revision_names_what_it_replaces() {
    let numbering =
        Numbering { number: "C-7".to_owned(), revision: 2, replaces: Some((1, day("2026-01-31"))) };
    let words = with_draft(&standing(&[]), Lang::ZhCn, |draft| {
        Draft { numbering: &numbering, ..draft }.compose().plain_text()
    });
    assert!(words.contains("\n编号：C-7\n第 2 版，替代2026年1月31日签发的第 1 版。\n"), "{words}");
}

#[test]
fn typed_words_come_before_the_usual_ones() {
    let words = text(
        &standing(&[
            LetterField::Addressee("各位街坊：".to_owned()),
            LetterField::Opening("开店十年。\n\n 承诺如下。".to_owned()),
            LetterField::Signatory("方小满".to_owned()),
            LetterField::From(Some(day("2026-12-01"))),
            LetterField::Until(Some(day("2027-11-30"))),
        ]),
        Lang::ZhCn,
    );
    assert!(words.contains("\n各位街坊：\n开店十年。\n承诺如下。\n一、"), "{words}");
    assert!(words.contains("\n本承诺书有效期自2026年12月1日至2027年11月30日。\n"), "{words}");
    assert!(words.contains("\n负责人签字：方小满\n"), "{words}");
}

#[test]
fn what_stops_a_letter_is_named() {
    let library = clause_library(Lang::ZhCn);
    let all = library.sections.iter().flat_map(|section| &section.clauses);
    let nothing: Vec<_> = all.map(|spec| LetterField::Clause(spec.id.clone(), false)).collect();
    assert_eq!(problems(&standing(&nothing)), [Problem::NoClause]);

    let wrong = problems(&standing(&[
        parameter("redo_free", "redo_days", "0"),
        own("own1", "privacy", " "),
        LetterField::From(Some(day("2026-12-01"))),
        LetterField::Until(Some(day("2026-11-30"))),
    ]));
    let redo = Problem::Parameter {
        clause: clause("redo_free"),
        parameter: ParameterId::parse("redo_days").expect("an id"),
        error: ParameterError::Range(1, 3650),
    };
    let empty = Problem::OwnClause { clause: clause("own1"), error: TextError::Empty };
    assert_eq!(wrong, [redo.clone(), empty, Problem::UntilBeforeFrom]);
    assert_eq!(redo.words(texts(Lang::ZhCn), library), "条款“同一故障免费返修”：请填 1 到 3650 之间的整数。");

    let nameless = with_draft(&standing(&[]), Lang::ZhCn, |draft| {
        Draft { shop: &ShopFace::default(), ..draft }.problems()
    });
    assert_eq!(nameless, [Problem::NoShopName]);
}

/// Papers that were issued carry their hash: the text of the blocks they are made of must
/// never change.
#[test]
fn a_letter_keeps_its_hash() {
    let blocks = vec![
        Block::Letterhead {
            name: "街角维修".to_owned(), lines: vec!["梧桐路 18 号".to_owned()], logo: None
        },
        Block::Title("服务承诺书".to_owned()),
        Block::Reference("编号：C-7".to_owned()),
        Block::Addressee("尊敬的各位客户：".to_owned()),
        Block::Paragraph("感谢您选择街角维修。".to_owned()),
        Block::Section("一、快速响应".to_owned()),
        Block::Clause { number: 1, text: "2 小时内答复。".to_owned(), measured: true },
        Block::Clause { number: 2, text: "说明下一步。".to_owned(), measured: false },
        Block::Facts(vec![("单号".to_owned(), "C-7".to_owned())]),
        Block::Regards(vec!["此致".to_owned(), "敬礼".to_owned()]),
        Block::Signature {
            signatory_label: "负责人签字".to_owned(),
            signatory: "林青".to_owned(),
            shop: "街角维修".to_owned(),
            seal_label: "盖章".to_owned(),
            date: "2026年11月21日".to_owned(),
        },
        Block::Note("标有 ⏱ 的条款为计时承诺。".to_owned()),
    ];
    let hashes = Lang::ALL
        .map(|lang| Document { paper: PaperKind::CommitmentLetter, lang, blocks: blocks.clone() }.hash());
    assert_eq!(hashes.each_ref().map(|hash| hash.as_str()), ["3C11BF4233A7", "3C11BF4233A7", "1EABAE8F2A24"]);
}

#[test]
fn a_letter_to_one_customer_greets_them() {
    let customer = CustomerId::parse("c1").expect("an id");
    let theirs = letter(Purpose::Customer(customer), &[]);
    let words = text(&theirs, Lang::ZhCn);
    assert!(words.contains("\n客户服务承诺书\n"), "{words}");
    assert!(words.contains("\n尊敬的陈玉兰：\n感谢您选择街角维修。"), "{words}");
    assert!(text(&theirs, Lang::En).contains("\nDear 陈玉兰,\n"));
    let unknown = with_draft(&theirs, Lang::ZhTw, |draft| Draft { customer: "", ..draft }.usual_addressee());
    assert_eq!(unknown, "敬愛的客戶：");
    assert_eq!(problems(&theirs), []);
}

fn with_record(letter: &Letter, lang: Lang, record: &PrintedRecord) -> String {
    with_draft(letter, lang, |draft| Draft { record: Some(record), ..draft }.compose().plain_text())
}

#[test]
fn a_letter_prints_how_promises_were_kept() {
    let line = |kind, made, kept| RecordLine { kind, made, kept };
    let record = PrintedRecord {
        first: Some(day("2026-07-01")),
        last: day("2026-09-30"),
        lines: vec![line(PromiseKind::FirstResponse, 1, 1), line(PromiseKind::Plan, 3, 0)],
    };
    for (lang, section) in [
        (
            Lang::ZhCn,
            "\n九、履约记录\n2026年7月1日至2026年9月30日到期的计时承诺，4 次中兑现 1 次（25%）；\
             逾期做到的不算兑现。统计截至2026年11月21日。\n承诺\t到期\t兑现\t兑现率\n首次答复\t1\t1\t100%\n\
             书面方案或报价\t3\t0\t0%\n投诉与监督电话",
        ),
        (
            Lang::ZhTw,
            "\n九、履約紀錄\n2026年7月1日至2026年9月30日到期的計時承諾，4 次中兌現 1 次（25%）；\
             逾期做到的不算兌現。統計截至2026年11月21日。\n承諾\t到期\t兌現\t兌現率\n首次回覆\t1\t1\t100%\n",
        ),
        (
            Lang::En,
            "\n9. Our record\nOf the timed promises due from 1 July 2026 to 30 September 2026, 1 of 4 kept (25 %). \
             Kept late does not count as kept. Figures as of 21 November 2026.\nPromise\tDue\tKept\tKept %\n\
             First response\t1\t1\t100 %\nPlan or quote\t3\t0\t0 %\n",
        ),
    ] {
        let words = with_record(&standing(&[]), lang, &record);
        assert!(words.contains(section), "{words}");
    }
    let for_one = with_record(&for_case(&[]), Lang::ZhCn, &record);
    assert_eq!(for_one, text(&for_case(&[]), Lang::ZhCn), "a letter for one case prints none");
}

#[test]
fn where_nothing_came_due_a_sentence_says_so() {
    let nothing = |first| PrintedRecord { first, last: day("2026-10-31"), lines: Vec::new() };
    for (first, sentence) in [
        (
            Some(day("2026-10-01")),
            "\n2026年10月1日至2026年10月31日没有到期的计时承诺。统计截至2026年11月21日。\n投诉",
        ),
        (None, "\n截至2026年11月21日，还没有到期的计时承诺。\n投诉"),
    ] {
        let words = with_record(&standing(&[]), Lang::ZhCn, &nothing(first));
        assert!(words.contains(sentence), "{words}");
    }
}
