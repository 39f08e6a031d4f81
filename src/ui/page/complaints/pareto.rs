use super::{Counts, cause_name};
use crate::app::desk::use_desk;
use crate::domain::complaint::{Cause, CauseCount};
use crate::ui::part::{label, live, said};
use leptos::prelude::*;

/// The drawing, in its own units: about the pixels of a phone.
const WIDTH: usize = 360;
const HEIGHT: usize = 200;
const TOP: usize = 22;
const BOTTOM: usize = 24;
const LEFT: usize = 6;
const RIGHT: usize = 40;

/// What complaints come from: bars for how many, a line for the running total; and the same
/// figures as a table, where each cause opens its cases.
#[component]
pub(super) fn Pareto(counts: Counts, only: RwSignal<Option<Option<Cause>>>) -> impl IntoView {
    let desk = use_desk();
    let chart = live(move || counts.with(|counts| chart(counts)));
    let rows = move || {
        let row = |(at, count): (usize, CauseCount)| {
            let t = desk.t();
            let percent = |number: u32| t.complaint().percent(&number);
            let name = move || cause_name(desk, count.cause);
            let pressed = move || (only.get() == Some(count.cause)).to_string();
            let press = move |_| {
                only.update(|only| *only = (*only != Some(count.cause)).then_some(count.cause));
            };
            view! {
                <tr>
                    <th scope="row">
                        <button type="button" class="pareto-cause" aria-pressed=pressed on:click=press>
                            <span class="muted figure">{at + 1}"."</span>
                            <span>{name}</span>
                        </button>
                    </th>
                    <td class="figure">{count.count}</td>
                    <td class="figure">{percent(count.share)}</td>
                    <td class="figure">{percent(count.sum)}</td>
                </tr>
            }
        };
        counts.get().into_iter().enumerate().map(row).collect_view()
    };
    view! {
        <section class="section">
            <h2>{said(|t| t.complaint().causes)}</h2>
            <p class="muted">{said(|t| t.complaint().causes_about)}</p>
            <div class="pareto">
                <figure class="pareto-figure">{chart}</figure>
                <table class="pareto-table" aria-label=label(|t| t.complaint().causes)>
                    <thead>
                        <tr>
                            <th scope="col">{said(|t| t.complaint().cause)}</th>
                            <th scope="col">{said(|t| t.complaint().col_count)}</th>
                            <th scope="col">{said(|t| t.complaint().col_share)}</th>
                            <th scope="col">{said(|t| t.complaint().col_sum)}</th>
                        </tr>
                    </thead>
                    <tbody>{rows}</tbody>
                </table>
            </div>
        </section>
    }
    .into_any()
}

/// The bars are numbered as the rows of the table. The axis at the right is the running total.
fn chart(counts: &[CauseCount]) -> AnyView {
    let slot = (WIDTH - LEFT - RIGHT) / counts.len().max(1);
    let high = HEIGHT - TOP - BOTTOM;
    let all: usize = counts.iter().map(|count| count.count).sum();
    let base = HEIGHT - BOTTOM;
    let middle = |at: usize| LEFT + slot * at + slot / 2;
    // Bars are measured by all complaints, as the line is: the first point stands on the first bar.
    let bar = |(at, count): (usize, &CauseCount)| {
        let tall = high * count.count / all.max(1);
        let wide = (slot * 7 / 10).min(64);
        view! {
            <rect
                class="pareto-bar"
                x=(middle(at) - wide / 2).to_string()
                y=(base - tall).to_string()
                width=wide.to_string()
                height=tall.to_string()
                rx="2"
            />
            <text class="pareto-number" x=middle(at).to_string() y=(base + 16).to_string()>{at + 1}</text>
        }
    };
    let height = |sum: u32| base - high * sum as usize / 100;
    let points: Vec<String> = counts
        .iter()
        .enumerate()
        .map(|(at, count)| format!("{},{}", middle(at), height(count.sum)))
        .collect();
    let dots = counts.iter().enumerate().map(|(at, count)| {
        view! { <circle class="pareto-dot" cx=middle(at).to_string() cy=height(count.sum).to_string() r="3"/> }
    });
    let lines = [0_u32, 50, 100].map(|sum| {
        let y = height(sum);
        view! {
            <line class="pareto-grid" x1=LEFT.to_string() x2=(WIDTH - RIGHT).to_string() y1=y.to_string() y2=y.to_string()/>
            <text class="pareto-axis" x=(WIDTH - RIGHT + 6).to_string() y=(y + 4).to_string()>{sum}"%"</text>
        }
    });
    view! {
        <svg viewBox=format!("0 0 {WIDTH} {HEIGHT}") role="img" aria-label=label(|t| t.complaint().causes_chart)>
            {lines.into_iter().collect_view()}
            {counts.iter().enumerate().map(bar).collect_view()}
            <polyline class="pareto-line" points=points.join(" ")/>
            {dots.collect_view()}
        </svg>
    }
    .into_any()
}
