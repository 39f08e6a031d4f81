use super::{Purse, term_name};
use crate::app::command::{PaymentError, receive_payment};
use crate::domain::id::TermId;
use crate::domain::money::{Money, MoneyError};
use crate::domain::payment::{Payment, PaymentMethod};
use crate::i18n::money::{currency_sign, money, to_type};
use crate::i18n::{Named, texts};
use crate::ui::field_error::Told;
use crate::ui::part::{
    Button, Choice, ChoiceOption, Glyph, Icon, Select, TextArea, TextField, label, live, said,
};
use leptos::prelude::*;

/// What is typed of a payment.
#[derive(Clone, Copy)]
struct Form {
    purse: Purse,
    amount: RwSignal<String>,
    /// Whether the amount is somebody's own, not the one that is due.
    own: RwSignal<bool>,
    term: RwSignal<Option<TermId>>,
    method: RwSignal<PaymentMethod>,
    note: RwSignal<String>,
    wrong: RwSignal<Option<PaymentError>>,
}

impl Form {
    fn new(purse: Purse) -> Self {
        let last = purse
            .shown
            .with_value(|shown| shown.case_untracked().payments().next_back().map(|held| held.value.method));
        Self {
            purse,
            amount: RwSignal::new(String::new()),
            own: RwSignal::new(false),
            term: RwSignal::new(None),
            method: RwSignal::new(last.unwrap_or(PaymentMethod::Cash)),
            note: RwSignal::new(String::new()),
            wrong: RwSignal::new(None),
        }
    }

    /// Asks for what is due next.
    fn ask_next(self) {
        let account = self.purse.account();
        let next = account.as_ref().and_then(|account| account.next());
        self.term.set(next.and_then(|(term, _)| term.cloned()));
        if !self.own.get_untracked() {
            self.amount.set(next.map(|(_, amount)| to_type(amount)).unwrap_or_default());
        }
    }

    /// Asks for what is due of a term, unless another amount was typed.
    fn ask_of(self, term: Option<TermId>) {
        let account = untrack(|| self.purse.account());
        let due = account.and_then(|account| {
            let of_term = account.terms.iter().find(|each| Some(&each.id) == term.as_ref());
            let due = of_term.map_or(account.outstanding, |term| term.outstanding.min(account.outstanding));
            (due.minor() > 0).then_some(due)
        });
        self.term.set(term);
        if !self.own.get_untracked() {
            self.amount.set(due.map(to_type).unwrap_or_default());
        }
    }

    fn typed(self) -> Result<Money, MoneyError> {
        let currency = self.purse.currency();
        self.amount.with(|typed| Money::parse(typed, currency))
    }

    fn take(self) {
        let desk = self.purse.desk;
        let taken = untrack(|| self.typed()).map_err(PaymentError::Money).and_then(|amount| {
            let shown = self.purse.shown.get_value();
            let (method, term) = (self.method.get_untracked(), self.term.get_untracked());
            let payment = Payment { amount, method, term, note: self.note.get_untracked() };
            let records = receive_payment(&desk.pen(), &shown.id, &shown.case_untracked(), payment)?;
            Ok((records, amount))
        });
        match taken {
            Ok((records, amount)) => {
                let lang = desk.lang.get_untracked();
                let shown = self.purse.shown.get_value();
                desk.say(texts(lang).payments().taken_toast(&money(lang, amount)), Some(shown.id));
                self.own.set(false);
                self.note.set(String::new());
                self.wrong.set(None);
                desk.save(records);
            }
            Err(error) => self.wrong.set(Some(error)),
        }
    }
}

/// A payment came in: folded away once nothing is outstanding.
#[component]
pub(super) fn Receive(purse: Purse) -> impl IntoView {
    let more = RwSignal::new(false);
    let nothing_left = Memo::new(move |_| {
        purse.account().is_some_and(|account| account.outstanding.minor() <= 0 && account.paid.minor() > 0)
    });
    Effect::new(move |_| {
        if !nothing_left.get() {
            more.set(false);
        }
    });
    live(move || {
        if nothing_left.get() && !more.get() {
            let open = move |()| more.set(true);
            view! { <div class="btn-row"><Button label=|t| t.payments().more glyph=Glyph::Plus on_press=open/></div> }
                .into_any()
        } else {
            view! { <ReceiveForm purse=purse/> }.into_any()
        }
    })
}

#[component]
fn ReceiveForm(purse: Purse) -> impl IntoView {
    let desk = purse.desk;
    let form = Form::new(purse);
    // What is due next changes with each payment, and with the terms.
    Effect::new(move |_| form.ask_next());
    let sign = move || currency_sign(desk.lang.get(), purse.currency());
    let of_note = move || form.wrong.get().filter(|error| matches!(error, PaymentError::Note(_)));
    let of_amount = move || form.wrong.get().filter(|error| !matches!(error, PaymentError::Note(_)));
    let methods = move || {
        let named =
            |(at, method): (usize, PaymentMethod)| ChoiceOption::new(at.to_string(), method.name(desk.t()));
        PaymentMethod::ALL.into_iter().enumerate().map(named).collect::<Vec<_>>()
    };
    let terms = move || {
        let t = desk.t();
        let mut all = vec![ChoiceOption::new("", t.payments().term_none)];
        purse.terms.with(|terms| {
            all.extend(terms.iter().map(|(id, term)| ChoiceOption::new(id.as_str(), term_name(t, term))));
        });
        all
    };
    let has_terms = Memo::new(move |_| purse.terms.with(|terms| !terms.is_empty()));
    let term = live(move || {
        has_terms.get().then(|| {
            view! {
                <Select
                    label=label(|t| t.payments().term)
                    options=Signal::derive(terms)
                    value=Signal::derive(move || form.term.get().map(|id| id.to_string()).unwrap_or_default())
                    on_choose=move |id: String| form.ask_of(TermId::parse(&id))
                />
            }
        })
    });
    let over = live(move || {
        let account = purse.account().filter(|account| account.agreed.minor() > 0)?;
        let zero = Money::zero(account.agreed.currency());
        let over = form.typed().ok()?.minus(account.outstanding.max(zero)).ok()?;
        (over.minor() > 0).then(|| {
            let words = desk.t().payments().over(&money(desk.lang.get(), over));
            view! { <p class="notice"><Icon glyph=Glyph::Warning/><span>{words}</span></p> }
        })
    });
    let by = move || match desk.me.get().map(|me| desk.staff_name(me.as_str())) {
        Some(name) if !name.is_empty() => desk.t().payments().by(&name),
        _ => desk.t().payments().by_nobody.to_owned(),
    };
    view! {
        <form
            class="card section"
            novalidate
            aria-label=label(|t| t.payments().receive)
            on:submit=move |event| {
                event.prevent_default();
                form.take();
            }
        >
            <h2>{said(|t| t.payments().receive)}</h2>
            {term}
            <TextField
                label=Signal::derive(move || desk.t().payments().amount(&sign()))
                value=form.amount
                on_type=move |typed: String| {
                    form.own.set(!typed.trim().is_empty());
                    form.amount.set(typed);
                    form.wrong.set(None);
                }
                error=Signal::derive(move || of_amount().map(|error| error.tell(desk.t())))
                keys="decimal"
            />
            <div role="status">{over}</div>
            <Choice
                label=label(|t| t.payments().method)
                options=Signal::derive(methods)
                value=Signal::derive(move || (form.method.get() as usize).to_string())
                on_choose=move |place: String| {
                    if let Some(method) = place.parse::<usize>().ok().and_then(|at| PaymentMethod::ALL.get(at)) {
                        form.method.set(*method);
                    }
                }
            />
            <TextArea
                label=label(|t| t.payments().note)
                value=form.note
                on_type=move |typed| form.note.set(typed)
                error=Signal::derive(move || of_note().map(|error| error.tell(desk.t())))
                rows=2
            />
            <div class="btn-row">
                <button type="submit" class="btn btn-primary">{said(|t| t.payments().take)}</button>
                <span class="hint">{by}</span>
            </div>
        </form>
    }
    .into_any()
}
