//! What is written down while a case is worked.

use super::{date, id, jobs, text};
use casebook::domain::case::{CaseDay, CaseEvent, CaseField, CaseItem, CaseText};
use casebook::domain::document::ContentHash;
use casebook::domain::id::{ExpectationId, QuoteLineId, SolutionId, TermId};
use casebook::domain::money::{Currency, MAX_MINOR, Money, Quantity, Rate};
use casebook::domain::needs::{
    Expectation, ExpectationVerdict, Extent, NeedsMethod, Priority, PriorityMatrix,
};
use casebook::domain::payment::{Payment, PaymentMethod, PaymentTerm, TermKind};
use casebook::domain::quote::{Assessment, Chosen, QuoteLine, Solution};
use casebook::domain::signature::{GRID_HEIGHT, GRID_WIDTH, Point, Signature, SignerRole, Strokes};
use proptest::option::of;
use proptest::prelude::*;
use proptest::sample::select;

pub(super) fn rate() -> impl Strategy<Value = Rate> {
    (0..=Rate::MAX).prop_filter_map("a rate", Rate::from_basis_points)
}

fn money() -> impl Strategy<Value = Money> {
    (prop_oneof![0..100_000_i64, Just(MAX_MINOR)], select(Currency::ALL.to_vec()))
        .prop_filter_map("an amount", |(minor, currency)| Money::new(minor, currency).ok())
}

fn quantity() -> impl Strategy<Value = Quantity> {
    "[0-9]{1,9}(\\.[0-9]{1,3})?".prop_filter_map("a quantity", |text| Quantity::parse(&text).ok())
}

pub(super) fn case_field() -> impl Strategy<Value = CaseField> {
    prop_oneof![
        3 => case_item().prop_map(CaseField::Item),
        1 => (select(CaseText::AGREEMENT.to_vec()), text()).prop_map(|(part, text)| CaseField::Text(part, text)),
        1 => (select(CaseDay::ALL.to_vec()), of(date())).prop_map(|(day, date)| CaseField::Day(day, date)),
        1 => of(select(NeedsMethod::ALL.to_vec())).prop_map(CaseField::NeedsMethod),
        1 => of(select(Extent::ALL.to_vec())).prop_map(CaseField::Extent),
        1 => (select(CaseText::NEEDS.to_vec()), text()).prop_map(|(part, text)| CaseField::Text(part, text)),
        3 => jobs::case_item().prop_map(CaseField::Item),
        1 => (select(CaseText::WORK_ORDER.to_vec()), text()).prop_map(|(part, text)| CaseField::Text(part, text)),
        1 => of((id(SolutionId::parse), text(), text()))
            .prop_map(|chosen| CaseField::Chosen(chosen.map(|(solution, title, by)| Chosen { solution, title, by }))),
    ]
}

pub(super) fn matrix() -> impl Strategy<Value = PriorityMatrix> {
    let cells = prop::collection::vec(select(Priority::ALL.to_vec()), 16);
    cells.prop_map(|cells| {
        PriorityMatrix(std::array::from_fn(|row| std::array::from_fn(|cell| cells[row * 4 + cell])))
    })
}

fn expectation() -> impl Strategy<Value = Expectation> {
    (any::<u32>(), [text(), text(), text()], of(select(ExpectationVerdict::ALL.to_vec()))).prop_map(
        |(rank, [text, reason, alternative], verdict)| Expectation {
            rank,
            text,
            verdict,
            reason,
            alternative,
        },
    )
}

fn case_item() -> impl Strategy<Value = CaseItem> {
    prop_oneof![
        (id(ExpectationId::parse), of(expectation()))
            .prop_map(|(id, item)| CaseItem::Expectation(id, item.map(Box::new))),
        (id(SolutionId::parse), of(solution()))
            .prop_map(|(id, item)| CaseItem::Solution(id, item.map(Box::new))),
        (id(QuoteLineId::parse), of(quote_line()))
            .prop_map(|(id, item)| CaseItem::QuoteLine(id, item.map(Box::new))),
        (id(TermId::parse), of(payment_term()))
            .prop_map(|(id, item)| CaseItem::PaymentTerm(id, item.map(Box::new))),
    ]
}

fn solution() -> impl Strategy<Value = Solution> {
    (any::<u32>(), text(), text(), text(), any::<bool>()).prop_map(
        |(rank, title, benefits, fit, includes_tax)| Solution {
            rank,
            title,
            benefits,
            assessment: Assessment { fit, ..Assessment::default() },
            includes_tax,
            ..Solution::default()
        },
    )
}

fn quote_line() -> impl Strategy<Value = QuoteLine> {
    (id(SolutionId::parse), any::<u32>(), text(), quantity(), money(), [rate(), rate()]).prop_map(
        |(solution, rank, text, quantity, price, [discount, tax])| QuoteLine {
            solution,
            rank,
            unit: text.clone(),
            text,
            quantity,
            price,
            discount,
            tax,
        },
    )
}

fn payment_term() -> impl Strategy<Value = PaymentTerm> {
    let method = of(select(PaymentMethod::ALL.to_vec()));
    (any::<u32>(), select(TermKind::ALL.to_vec()), text(), money(), of(date()), method).prop_map(
        |(rank, kind, label, amount, due, method)| PaymentTerm { rank, kind, label, amount, due, method },
    )
}

fn signature() -> impl Strategy<Value = Signature> {
    let points = prop::collection::vec((0..GRID_WIDTH, 0..GRID_HEIGHT), 1..4);
    let strokes = prop::collection::vec(points, 1..3).prop_filter_map("strokes", |drawn| {
        let points = |stroke: Vec<(u16, u16)>| stroke.into_iter().map(|(x, y)| Point { x, y }).collect();
        Strokes::new(drawn.into_iter().map(points).collect()).ok()
    });
    let hash = select(
        ["3810A0F33DF7", "000000000000"].into_iter().filter_map(ContentHash::parse).collect::<Vec<_>>(),
    );
    (hash, select(SignerRole::ALL.to_vec()), text(), strokes)
        .prop_map(|(document, role, name, strokes)| Signature { document, role, name, strokes })
}

pub(super) fn case_event() -> impl Strategy<Value = CaseEvent> {
    prop_oneof![
        payment().prop_map(CaseEvent::PaymentReceived),
        signature().prop_map(CaseEvent::Signed),
        jobs::case_event(),
    ]
}

fn payment() -> impl Strategy<Value = Payment> {
    (money(), select(PaymentMethod::ALL.to_vec()), of(id(TermId::parse)), text())
        .prop_map(|(amount, method, term, note)| Payment { amount, method, term, note })
}
