//! What a sample customer needs, what they are offered, and what is agreed.

use super::life::Life;
use crate::app::command::{
    Agreement, choose_solution, put_expectation, put_payment_term, put_quote_line, put_solution, set,
    set_agreement,
};
use crate::catalog::sample_jobs;
use crate::domain::case::{CaseField, CaseKind, CaseText};
use crate::domain::date::Date;
use crate::domain::id::{ExpectationId, QuoteLineId, SolutionId, TermId};
use crate::domain::money::{Money, Quantity, Rate};
use crate::domain::needs::{Expectation, ExpectationVerdict, Extent, Nature, NeedsMethod};
use crate::domain::paper_kind::PaperKind;
use crate::domain::payment::{PaymentTerm, TermKind};
use crate::domain::process::Role;
use crate::domain::quote::{QuoteLine, Solution};

/// What each line costs, in percent of the fee; the last is the second option's alone.
const SHARES: [i64; 3] = [40, 60, 30];
/// What is paid before the job begins, in percent of the fee.
const DEPOSIT: i64 = 30;
/// How many days an agreed job takes at most.
const DURATION: i64 = 10;
/// How many days free maintenance lasts with each option.
const MAINTENANCE: [i64; 2] = [90, 180];

impl Life<'_> {
    /// What is done about the matter.
    pub(super) fn solution(&self) -> &'static str {
        let solutions = &self.plan.matter.solutions;
        solutions.get(self.plan.n % solutions.len().max(1)).map_or("", String::as_str)
    }

    /// So many percent of the fee, in the shop's currency.
    fn share(&self, percent: i64) -> Option<Money> {
        let currency = self.shop().trade_currency();
        let fee: i64 = self.plan.fee.parse().ok()?;
        Money::new(fee * percent / 100 * 10_i64.pow(currency.digits()), currency).ok()
    }

    /// Writes the needs down, with what the customer expects in the order they rank it.
    pub(super) fn needs(&mut self) -> Option<()> {
        let words = sample_jobs(self.plan.lang);
        let of = |list: &'static [String], turn: usize| {
            list.get(turn % list.len().max(1)).cloned().unwrap_or_default()
        };
        let (n, facts) = (self.plan.n, self.case().description().cloned().unwrap_or_default());
        let texts = vec![
            (CaseText::Facts, facts),
            (CaseText::Feelings, of(&words.feelings, n)),
            (CaseText::ExplicitNeeds, of(&words.wishes, n / 2)),
            (CaseText::LatentNeeds, of(&words.latent, n / 3)),
            (CaseText::Who, self.plan.name.clone()),
            (CaseText::Where, self.plan.address.clone()),
        ];
        let extent = Extent::ALL[n % 3];
        let method = NeedsMethod::ALL[if n % 4 == 0 { 2 } else { 0 }];
        let (case, nature) = (self.case(), Nature::ALL[n % 4]);
        let mut fields = vec![
            CaseField::NeedsMethod(Some(method)),
            CaseField::Nature(Some(nature)),
            CaseField::Extent(Some(extent)),
        ];
        fields.extend(texts.into_iter().map(|(text, words)| CaseField::Text(text, words)));
        self.act(4, Role::Operator, |pen, id| set::<CaseKind>(pen, id.as_str(), &case, fields))?;
        let verdicts = [ExpectationVerdict::Meet, ExpectationVerdict::InPart, ExpectationVerdict::Cannot];
        let met = &words.expectations[..words.expectations.len().min(2)];
        // Two that are met, and on every other case one of those that are not.
        let unmet = words.expectations.get(2 + n % 2).filter(|_| n % 3 != 0);
        for (place, said) in met.iter().chain(unmet).enumerate() {
            let id = ExpectationId::parse(&format!("expectation-{place}"))?;
            let verdict = Some(if place < met.len() { verdicts[0] } else { verdicts[1 + n % 2] });
            let expectation = Expectation {
                rank: 0,
                text: said.text.clone(),
                verdict,
                reason: said.reason.clone(),
                alternative: said.alternative.clone(),
            };
            self.attempt(1, Role::Operator, |pen, case_id, case| {
                put_expectation(pen, case_id, case, &id, expectation)
            })?;
        }
        Some(())
    }

    /// Two ways to do it, with what each costs, and the quote on paper.
    pub(super) fn options(&mut self) -> Option<()> {
        let words = sample_jobs(self.plan.lang);
        let title = self.solution();
        for place in 0..2 {
            let id = option_id(place)?;
            let solution = Solution {
                title: if place == 0 {
                    title.to_owned()
                } else {
                    words.thorough.replace("{solution}", title)
                },
                content: words.option_content[place].clone(),
                benefits: words.option_benefits[place].clone(),
                drawbacks: words.option_drawbacks[place].clone(),
                duration: words.option_durations[place].clone(),
                risks: words.option_risk.clone(),
                countermeasures: words.option_measure.clone(),
                includes_tax: true,
                ..Solution::default()
            };
            self.attempt(3, Role::Operator, |pen, case_id, case| {
                put_solution(pen, case_id, case, &id, solution)
            })?;
            for (line, share) in words.lines.iter().zip(SHARES).take(2 + place) {
                let line_id = QuoteLineId::parse(&format!("line-{place}-{share}"))?;
                let line = QuoteLine {
                    solution: id.clone(),
                    rank: 0,
                    text: line.text.clone(),
                    quantity: Quantity::ONE,
                    unit: line.unit.clone(),
                    price: self.share(share)?,
                    discount: Rate::NONE,
                    tax: Rate::NONE,
                };
                self.attempt(0, Role::Operator, |pen, case_id, case| {
                    put_quote_line(pen, case_id, case, &line_id, line)
                })?;
            }
        }
        self.issue(PaperKind::Quote, Role::Operator)
    }

    /// The customer chooses; larger jobs get an agreement with a deposit.
    pub(super) fn agree(&mut self) -> Option<()> {
        let (chosen, name) = (self.plan.n % 2, self.plan.name.clone());
        let id = option_id(chosen)?;
        self.attempt(10, Role::Operator, |pen, case_id, case| {
            choose_solution(pen, case_id, case, &id, &name)
        })?;
        if self.every(3, 0) {
            return Some(());
        }
        let today = self.diary.local()?.date();
        let deposit = self.share(DEPOSIT)?;
        self.term(TermKind::Deposit, deposit, Some(today))?;
        let rest = self.case().rest_of_terms(None).ok().flatten()?;
        self.term(TermKind::Final, rest, today.plus_days(DURATION))?;
        let words = &sample_jobs(self.plan.lang).agreement;
        let title = self.case().chosen().map(|chosen| chosen.title.clone()).unwrap_or_default();
        let texts = vec![
            (CaseText::Scope, words.scope.replace("{solution}", &title)),
            (CaseText::AcceptanceStandard, words.standard.clone()),
            (CaseText::Liability, words.liability.clone()),
            (CaseText::Confidentiality, words.confidentiality.clone()),
            (CaseText::Changes, words.changes.clone()),
            (CaseText::Law, words.law.clone()),
        ];
        let end = today.plus_days(DURATION);
        let maintenance_end = end.and_then(|end| end.plus_days(MAINTENANCE[chosen]));
        let agreement = Agreement { texts, start: Some(today), end, maintenance_end };
        self.attempt(5, Role::Operator, |pen, id, case| set_agreement(pen, id, case, agreement))?;
        self.issue(PaperKind::Agreement, Role::Operator)
    }

    /// What a visit costs is paid when it is done.
    pub(super) fn whole_fee(&mut self) -> Option<()> {
        let fee = self.share(100)?;
        self.term(TermKind::Final, fee, None)
    }

    fn term(&mut self, kind: TermKind, amount: Money, due: Option<Date>) -> Option<()> {
        let id = TermId::parse(if kind == TermKind::Deposit { "deposit" } else { "final" })?;
        let term = PaymentTerm { rank: 0, kind, label: String::new(), amount, due, method: None };
        self.attempt(0, Role::Operator, |pen, case_id, case| put_payment_term(pen, case_id, case, &id, term))
    }
}

fn option_id(place: usize) -> Option<SolutionId> {
    SolutionId::parse(&format!("option-{place}"))
}
