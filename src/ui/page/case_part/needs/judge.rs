use crate::app::command::set;
use crate::app::desk::use_desk;
use crate::domain::case::{CaseField, CaseKind, Urgency};
use crate::domain::needs::{Extent, Nature};
use crate::i18n::Named;
use crate::ui::page::case::Shown;
use crate::ui::part::{Choice, ChoiceOption, Glyph, Icon, label, live, said};
use crate::ui::route::Route;
use leptos::prelude::*;

/// How urgent it is and how far it reaches; and what follows from both.
#[component]
pub(super) fn Judge(shown: Shown) -> impl IntoView {
    let desk = use_desk();
    let s = StoredValue::new(shown);
    let urgency = Memo::new(move |_| s.with_value(Shown::case).urgency().copied());
    let extent = Memo::new(move |_| s.with_value(Shown::case).extent());
    let nature = Memo::new(move |_| s.with_value(Shown::case).nature());
    let judged = move |field: CaseField| {
        let shown = s.get_value();
        desk.save(set::<CaseKind>(&desk.pen(), shown.id.as_str(), &shown.case_untracked(), vec![field]));
    };
    let urge = move |at: String| {
        if let Some(urgency) = nth(&Urgency::ALL, &at) {
            judged(CaseField::Urgency(urgency));
        }
    };
    let extend = move |at: String| judged(CaseField::Extent(nth(&Extent::ALL, &at)));
    let tell = move |at: String| judged(CaseField::Nature(nth(&Nature::ALL, &at)));
    let verdict = live(move || {
        let t = desk.t();
        let Some((urgency, extent)) = urgency.get().zip(extent.get()) else {
            return view! { <p class="muted">{t.needs().priority_none}</p> }.into_any();
        };
        let priority = crate::domain::needs::priority(urgency, extent, &desk.shop().priorities());
        view! {
            <p class="priority"><Icon glyph=Glyph::Flag/>{t.needs().priority(&priority.name(t))}</p>
            <p class="small muted">{t.needs().priority_how(&urgency.name(t), &extent.name(t))}</p>
        }
        .into_any()
    });
    let natures = move || options(Nature::ALL.map(|nature| nature.name(desk.t())));
    let urgencies = move || options(Urgency::ALL.map(|urgency| urgency.name(desk.t())));
    let extents = move || options(Extent::ALL.map(|extent| extent.name(desk.t())));
    view! {
        <section class="section">
            <h2>{said(|t| t.needs().judge)}</h2>
            <div class="judge">
                <div class="section">
                    <Choice
                        label=label(|t| t.work().field_nature)
                        options=Signal::derive(natures)
                        value=Signal::derive(move || place(nature.get().map(|nature| nature as usize)))
                        on_choose=tell
                    />
                    <Choice
                        label=label(|t| t.names().field_urgency)
                        options=Signal::derive(urgencies)
                        value=Signal::derive(move || place(urgency.get().map(|urgency| urgency as usize)))
                        on_choose=urge
                    />
                    <p class="hint">{said(|t| t.needs().urgency_hint)}</p>
                    <Choice
                        label=label(|t| t.work().field_extent)
                        options=Signal::derive(extents)
                        value=Signal::derive(move || place(extent.get().map(|extent| extent as usize)))
                        on_choose=extend
                    />
                    <p class="hint">{said(|t| t.needs().extent_hint)}</p>
                </div>
                <div class="judge-verdict card">
                    <div role="status">{verdict}</div>
                    <a class="small" href=Route::Settings.href()>{said(|t| t.needs().matrix_link)}</a>
                </div>
            </div>
        </section>
    }
    .into_any()
}

fn options<const N: usize>(names: [&'static str; N]) -> Vec<ChoiceOption> {
    names.into_iter().enumerate().map(|(at, name)| ChoiceOption::new(at.to_string(), name)).collect()
}

/// What was chosen of a list.
fn nth<T: Copy>(all: &[T], at: &str) -> Option<T> {
    at.parse::<usize>().ok().and_then(|at| all.get(at).copied())
}

fn place(at: Option<usize>) -> String {
    at.map(|at| at.to_string()).unwrap_or_default()
}
