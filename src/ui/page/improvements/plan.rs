use super::doing::Doing;
use super::kept::{area, day, figure, line};
use crate::domain::id::StaffId;
use crate::domain::improvement::{Improvement, ImprovementField, MeasureKind, Origin};
use crate::domain::staff::Staff;
use crate::i18n::Named;
use crate::ui::part::{ChoiceOption, Select, label, live};
use leptos::prelude::*;

/// The plan: what, why, how it will be seen, who, by when.
#[component]
pub(super) fn Plan(doing: Doing) -> impl IntoView {
    let own = Memo::new(move |_| doing.read(Improvement::measure) == Some(MeasureKind::Own));
    // What of other figures is counted may be said; of the shop's own it must be.
    let named = Memo::new(move |_| own.get() || doing.read(|now| !now.counted().is_empty()));
    let counted = live(move || {
        named.get().then(|| {
            line(doing, |t| t.improvement().counted, None, Improvement::counted, ImprovementField::Counted)
        })
    });
    view! {
        {line(doing, |t| t.improvement().name, Some(|t| t.improvement().name_hint), Improvement::title, ImprovementField::Title)}
        <div class="form-grid">
            {choice(doing, |t| t.improvement().origin, &Origin::ALL, None, |now| Some(now.origin()), |origin| {
                ImprovementField::Origin(origin.unwrap_or_default())
            })}
        </div>
        {area(doing, |t| t.improvement().occasion, None, Improvement::occasion, ImprovementField::Occasion)}
        {area(doing, |t| t.improvement().why, Some(|t| t.improvement().why_hint), Improvement::why, ImprovementField::Why)}
        <div class="form-grid">
            <div class="wide">
                {choice(
                    doing,
                    |t| t.improvement().measure,
                    &MeasureKind::ALL,
                    Some(|t| t.improvement().measure_none),
                    Improvement::measure,
                    ImprovementField::Measure,
                )}
            </div>
            <div class="wide improvement-counted">{counted}</div>
            {figure(doing, |t| t.improvement().before, Improvement::before, ImprovementField::Before)}
            {figure(doing, |t| t.improvement().goal, Improvement::goal, ImprovementField::Goal)}
            <Owner doing=doing/>
            {day(doing, |t| t.improvement().due, Improvement::due, ImprovementField::Due)}
        </div>
    }
    .into_any()
}

/// One of a few values that have names; perhaps none.
fn choice<T>(
    doing: Doing,
    name: crate::ui::part::Text,
    all: &'static [T],
    none: Option<crate::ui::part::Text>,
    read: fn(&Improvement) -> Option<T>,
    field: fn(Option<T>) -> ImprovementField,
) -> AnyView
where
    T: Named + Copy + PartialEq + Send + Sync + 'static,
{
    let options = move || {
        let t = doing.desk.t();
        let none = none.map(|none| ChoiceOption::new("", none(t)));
        let each = all.iter().enumerate();
        let each = each.map(|(at, value)| ChoiceOption::new(at.to_string(), value.name(t)));
        none.into_iter().chain(each).collect::<Vec<_>>()
    };
    let value = move || {
        let now = doing.read(read);
        let at = now.and_then(|now| all.iter().position(|each| *each == now));
        at.map(|at| at.to_string()).unwrap_or_default()
    };
    let choose = move |at: String| {
        let chosen = at.parse::<usize>().ok().and_then(|at| all.get(at).copied());
        // No rule is about a choice.
        let _ = doing.set(field(chosen));
    };
    view! {
        <Select
            label=label(name)
            options=Signal::derive(options)
            value=Signal::derive(value)
            on_choose=choose
        />
    }
    .into_any()
}

/// Who sees to it: one person.
#[component]
fn Owner(doing: Doing) -> impl IntoView {
    let desk = doing.desk;
    let owner =
        Memo::new(move |_| doing.read(Improvement::owner).map(|owner| owner.to_string()).unwrap_or_default());
    let people = move || {
        let here = |(id, staff): (StaffId, Staff)| {
            let works = staff.active() != Some(&false) || owner.with(|owner| owner == id.as_str());
            works.then(|| ChoiceOption::new(id.as_str(), staff.name().cloned().unwrap_or_default()))
        };
        let nobody = ChoiceOption::new("", desk.t().improvement().nobody);
        std::iter::once(nobody).chain(desk.staff().into_iter().filter_map(here)).collect::<Vec<_>>()
    };
    let choose = move |id: String| {
        // No rule is about who it is.
        let _ = doing.set(ImprovementField::Owner(StaffId::parse(&id)));
    };
    view! {
        <Select
            label=label(|t| t.improvement().owner)
            options=Signal::derive(people)
            value=Signal::derive(move || owner.get())
            on_choose=choose
        />
    }
    .into_any()
}
