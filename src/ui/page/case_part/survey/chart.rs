use crate::domain::survey::{Dimension, Rated, Rating, SurveyAnswer};
use crate::i18n::survey::rated_words;
use crate::i18n::{Named, Texts};
use leptos::prelude::*;

/// Where the lowest mark stands, and how far apart two of them are.
const FIRST: u32 = 12;
const STEP: u32 = 44;

/// What was expected and what was got, side by side on a scale for each of the five. The same
/// stands beside it in words.
pub(super) fn chart(t: &'static Texts, answer: &SurveyAnswer) -> Option<AnyView> {
    let row = |dimension: Dimension| {
        let rated = answer.rated(dimension);
        let words = rated_words(t, rated)?;
        Some(view! {
            <li class="gap">
                <span class="gap-name">{dimension.name(t)}</span>
                {drawing(rated)}
                <span class="gap-words">{words}</span>
            </li>
        })
    };
    let rows: Vec<_> = Dimension::ALL.into_iter().filter_map(row).collect();
    (!rows.is_empty()).then(|| {
        view! {
            <p class="gap-legend small muted" aria-hidden="true">
                {mark(true)} {t.survey().legend_expected} {mark(false)} {t.survey().legend_perceived}
            </p>
            <ul class="gaps">{rows}</ul>
        }
        .into_any()
    })
}

fn place(mark: Rating) -> u32 {
    FIRST + STEP * (u32::from(mark.get()) - 1)
}

fn drawing(rated: Rated) -> AnyView {
    let ticks: Vec<_> = Rating::ALL
        .into_iter()
        .map(|mark| {
            let at = place(mark);
            view! { <path class="gap-scale" d=format!("M{at} 11v6")></path> }
        })
        .collect();
    let distance = rated.expected.zip(rated.perceived).filter(|(one, two)| one != two);
    let distance = distance.map(|(expected, perceived)| {
        let class = if perceived < expected { "gap-below" } else { "gap-above" };
        view! { <path class=class d=format!("M{} 14H{}", place(expected), place(perceived))></path> }
    });
    let expected = rated.expected.map(|mark| {
        view! { <circle class="gap-expected" cx=place(mark) cy="14" r="8"></circle> }
    });
    let perceived = rated.perceived.map(|mark| {
        view! { <circle class="gap-perceived" cx=place(mark) cy="14" r="5"></circle> }
    });
    let end = FIRST + STEP * 4;
    view! {
        <svg class="gap-drawing" viewBox="0 0 200 28" aria-hidden="true" focusable="false">
            <path class="gap-scale" d=format!("M{FIRST} 14H{end}")></path>
            {ticks} {distance} {expected} {perceived}
        </svg>
    }
    .into_any()
}

/// What a mark of the drawing looks like.
fn mark(expected: bool) -> AnyView {
    let (class, radius) = if expected { ("gap-expected", "8") } else { ("gap-perceived", "5") };
    view! {
        <svg class="gap-mark" viewBox="0 0 20 20"><circle class=class cx="10" cy="10" r=radius></circle></svg>
    }
    .into_any()
}
