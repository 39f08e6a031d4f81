//! What is wished of a paper before it is printed.

use crate::app::desk::use_desk;
use crate::domain::lang::Lang;
use crate::domain::paper_kind::{Format, PaperKind};
use crate::ui::part::{Choice, ChoiceOption, Select, label};
use leptos::prelude::*;

/// The languages to choose from.
pub(super) fn language(lang: RwSignal<Lang>) -> AnyView {
    let langs = move || Lang::ALL.map(|lang| ChoiceOption::new(lang.tag(), lang.own_name())).to_vec();
    view! {
        <Select
            label=label(|t| t.paper_page().lang)
            options=Signal::derive(langs)
            value=Signal::derive(move || lang.get().tag().to_owned())
            on_choose=move |tag: String| {
                if let Some(chosen) = Lang::from_tag(&tag) {
                    lang.set(chosen);
                }
            }
        />
    }
    .into_any()
}

/// The sheets to choose from, where there are several.
pub(super) fn formats(kind: PaperKind, format: RwSignal<Format>) -> Option<AnyView> {
    let desk = use_desk();
    let all = kind.formats();
    (all.len() > 1).then(|| {
        let options = move || {
            let t = desk.t();
            let name = |format: &Format| match format {
                Format::A4 => t.paper_page().a4,
                Format::A5 => t.paper_page().a5,
                Format::Slip80 => t.paper_page().slip,
                Format::A4Landscape => t.paper_page().landscape,
            };
            all.iter().enumerate().map(|(at, each)| ChoiceOption::new(at.to_string(), name(each))).collect()
        };
        let place = move || all.iter().position(|each| *each == format.get()).unwrap_or(0).to_string();
        view! {
            <Choice
                label=label(|t| t.paper_page().format)
                quiet=true
                options=Signal::derive(options)
                value=Signal::derive(place)
                on_choose=move |at: String| {
                    if let Some(chosen) = at.parse::<usize>().ok().and_then(|at| all.get(at)) {
                        format.set(*chosen);
                    }
                }
            />
        }
        .into_any()
    })
}
