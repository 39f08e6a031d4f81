use crate::app::command::{ImprovementError, NewImprovement, begin_improvement};
use crate::app::desk::{Desk, use_desk};
use crate::app::promising;
use crate::domain::calendar::Moment;
use crate::domain::id::{CaseId, ImprovementId};
use crate::domain::improvement::Origin;
use crate::domain::promise::PromiseKind;
use crate::journal::Stamp;
use crate::platform::random;
use crate::ui::field_error::told;
use crate::ui::page::NotFound;
use crate::ui::page::case_part::typed::{pick, words};
use crate::ui::part::{Glyph, Icon, TextField, label, live, said};
use crate::ui::route::Route;
use leptos::prelude::*;

/// What the address says of an improvement that is to be begun.
#[derive(Clone)]
struct Asked {
    case: Option<CaseId>,
    from: Origin,
    at: Option<Stamp>,
    /// The promise that was broken, and when its clock had started.
    promise: Option<(PromiseKind, Moment)>,
}

impl Asked {
    /// Reads `new?case=…&from=…&at=…`.
    fn read(query: &str) -> Option<Self> {
        let rest = query.strip_prefix("new")?;
        let mut asked = Self { case: None, from: Origin::default(), at: None, promise: None };
        for pair in rest.trim_start_matches('?').split('&') {
            match pair.split_once('=') {
                Some(("case", id)) => asked.case = CaseId::parse(id),
                Some(("from", from)) => asked.from = Origin::from_name(from).unwrap_or_default(),
                Some(("at", at)) => asked.at = Stamp::parse(at),
                Some(("promise", promise)) => asked.promise = read_promise(promise),
                _ => {}
            }
        }
        Some(asked)
    }
}

/// The page on which an improvement is begun: two fields, and what is known already.
#[component]
pub(super) fn New(query: String) -> impl IntoView {
    let desk = use_desk();
    let Some(asked) = Asked::read(&query) else { return view! { <NotFound/> }.into_any() };
    let known = |id: &CaseId| desk.index.with_untracked(|index| index.cases.contains_key(id.as_str()));
    let asked = Asked { case: asked.case.filter(known), ..asked };
    let back = asked.case.as_ref().map_or(Route::Improvements, |id| Route::Case(id.to_string()));
    let case = asked.case.clone().map(|id| desk.case(id.to_string()));
    let number = {
        let id = asked.case.clone();
        live(move || {
            let id = id.as_ref()?;
            desk.index.with(|index| index.cases.get(id.as_str()).map(|case| case.number.clone()))
        })
    };
    let way = if asked.case.is_some() {
        view! { {number} }.into_any()
    } else {
        view! { {said(|t| t.improvement().title)} }.into_any()
    };
    // The form is made once the case is read, so that nothing typed is overwritten.
    let read = Memo::new(move |_| case.is_none_or(|case| case.with(Option::is_some)));
    let form = live(move || {
        read.get().then(|| {
            let (from, at) = (asked.from, asked.at.as_ref());
            let promised = untrack(|| broken_promise(desk, &asked));
            let occasion = promised.or_else(|| {
                case.and_then(|case| {
                    case.with_untracked(|case| case.as_ref().map(|case| case.occasion(from, at)))
                })
            });
            view! { <Form asked=asked.clone() occasion=occasion.unwrap_or_default()/> }
        })
    });
    view! {
        <div class="page improvement-new">
            <p class="back-link"><a href=back.href()><Icon glyph=Glyph::Back/>{way}</a></p>
            <div class="page-head"><h1>{said(|t| t.improvement().new)}</h1></div>
            {form}
        </div>
    }
    .into_any()
}

/// Reads `0.29384720`.
fn read_promise(text: &str) -> Option<(PromiseKind, Moment)> {
    let (kind, started) = text.split_once('.')?;
    let kind = PromiseKind::ALL.get(kind.parse::<usize>().ok()?)?;
    Some((*kind, Moment::of_number(started.parse().ok()?)))
}

/// What is known of the promise that was broken, in a sentence.
fn broken_promise(desk: Desk, asked: &Asked) -> Option<String> {
    let (case, (kind, started)) = (asked.case.as_ref()?, asked.promise?);
    let all = promising::desk::judged(desk, case.as_str());
    let judged = all.iter().find(|one| one.kind == kind && one.started == started)?;
    Some(promising::desk::speak(desk, &[], |of| promising::occasion(of, judged)))
}

#[component]
fn Form(asked: Asked, occasion: String) -> impl IntoView {
    let desk = use_desk();
    let title = RwSignal::new(String::new());
    let occasion = RwSignal::new(occasion);
    let origin = RwSignal::new(asked.from);
    let wrong = RwSignal::new(None::<ImprovementError>);
    let case = StoredValue::new(asked.case);
    let save = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        let id = ImprovementId::from_random(random::bits());
        let new = NewImprovement {
            id: id.clone(),
            title: title.get_untracked(),
            origin: origin.get_untracked(),
            occasion: occasion.get_untracked(),
            case: case.get_value(),
        };
        match begin_improvement(&desk.pen(), new) {
            Ok(records) => {
                desk.save(records);
                Route::Improvement(id.to_string()).go();
            }
            Err(error) => wrong.set(Some(error)),
        }
    };
    let name_wrong = told(desk, wrong, |error| matches!(error, ImprovementError::Words(_)));
    let occasion_wrong = told(desk, wrong, |error| matches!(error, ImprovementError::Detail(_)));
    view! {
        <form class="card section" novalidate on:submit=save on:input=move |_| wrong.set(None)>
            {pick(|t| t.improvement().origin, &Origin::ALL, origin)}
            {words(|t| t.improvement().occasion, occasion, occasion_wrong, 2)}
            <TextField
                label=label(|t| t.improvement().name)
                value=title
                on_type=move |typed| title.set(typed)
                error=name_wrong
                hint=label(|t| t.improvement().name_hint)
                autofocus=true
            />
            <div class="btn-row">
                <button type="submit" class="btn btn-primary">{said(|t| t.improvement().begin)}</button>
            </div>
        </form>
    }
    .into_any()
}
