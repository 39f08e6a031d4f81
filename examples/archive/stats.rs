use super::files::{Failure, read};
use casebook::archive::{happenings, stays};
use casebook::domain::case::{Case, CaseKind, Status};
use casebook::domain::record::Known;
use casebook::journal::Journal;
use casebook::stats::spread::Spread;
use chrono::{DateTime, SecondsFormat};
use std::collections::BTreeMap;
use std::fmt::Write;

/// One kind of activity.
#[derive(Default)]
struct Activity {
    count: usize,
    cases: usize,
    first: u64,
    last: u64,
}

/// One stage of a process.
#[derive(Default)]
struct Stage {
    now: usize,
    stays: Vec<u64>,
}

/// How the cases of a file went, as JSON: how many events, how long, what was done, where they stand.
pub(crate) fn run(path: &str) -> Result<String, Failure> {
    let archive = read(path)?;
    let journals: Vec<&Journal<CaseKind>> = archive.records.0.values().filter_map(CaseKind::of).collect();
    let mut events = 0;
    let mut durations = Vec::new();
    let mut activities = BTreeMap::<String, Activity>::new();
    let mut stages = BTreeMap::<String, Stage>::new();
    let mut open = 0;
    for journal in &journals {
        let happened = happenings(journal);
        events += happened.len();
        if let (Some(first), Some(last)) = (happened.first(), happened.last()) {
            durations.push(last.millis - first.millis);
        }
        let mut seen = BTreeMap::<&str, usize>::new();
        for event in &happened {
            *seen.entry(&event.activity).or_default() += 1;
            let activity = activities.entry(event.activity.clone()).or_default();
            if activity.count == 0 || event.millis < activity.first {
                activity.first = event.millis;
            }
            activity.last = activity.last.max(event.millis);
            activity.count += 1;
        }
        for name in seen.keys() {
            activities.entry((*name).to_owned()).or_default().cases += 1;
        }
        count_stages(journal, &mut stages);
        open += usize::from(Case::of(journal).status() == Status::Open);
    }
    let mut out = String::from("{\n");
    let _ = writeln!(out, "  \"cases\": {},\n  \"open\": {open},\n  \"events\": {events},", journals.len());
    let _ = writeln!(out, "  \"case_duration_s\": {},", spread(durations));
    let rows = activities.iter().map(|(name, activity)| {
        let Activity { count, cases, first, last } = activity;
        let (first, last) = (moment(*first), moment(*last));
        format!(
            "{}: {{\"count\": {count}, \"cases\": {cases}, \"first\": {first}, \"last\": {last}}}",
            quoted(name)
        )
    });
    let _ = writeln!(out, "  \"activities\": {},", object(rows.collect()));
    let rows = stages.into_iter().map(|(name, stage)| {
        let (entered, now) = (stage.stays.len(), stage.now);
        let times = spread(stage.stays);
        format!("{}: {{\"cases\": {now}, \"entered\": {entered}, \"time_s\": {times}}}", quoted(&name))
    });
    let _ = writeln!(out, "  \"stages\": {}\n}}", object(rows.collect()));
    Ok(out)
}

/// Where a case stood, and where it stands while it is open.
fn count_stages(journal: &Journal<CaseKind>, stages: &mut BTreeMap<String, Stage>) {
    let stays = stays(journal);
    for (at, stay) in stays.iter().enumerate() {
        let process = stay.process.as_ref().map_or("", |id| id.as_str());
        let stage = stages.entry(format!("{process}/{}", stay.stage)).or_default();
        stage.stays.push(stay.millis);
        let is_open = at + 1 == stays.len() && Case::of(journal).status() == Status::Open;
        stage.now += usize::from(is_open);
    }
}

/// Milliseconds as seconds.
fn spread(durations: Vec<u64>) -> String {
    let Some(Spread { mean, median, p90, .. }) = Spread::of(durations) else {
        return "{\"mean\": null, \"median\": null, \"p90\": null}".to_owned();
    };
    let [mean, median, p90] = [mean, median, p90].map(seconds);
    format!("{{\"mean\": {mean}, \"median\": {median}, \"p90\": {p90}}}")
}

fn seconds(millis: u64) -> String {
    let text = format!("{}.{:03}", millis / 1000, millis % 1000);
    text.trim_end_matches('0').trim_end_matches('.').to_owned()
}

fn moment(millis: u64) -> String {
    let at = i64::try_from(millis).ok().and_then(DateTime::from_timestamp_millis);
    at.map_or_else(|| "null".to_owned(), |at| quoted(&at.to_rfc3339_opts(SecondsFormat::AutoSi, true)))
}

fn quoted(text: &str) -> String {
    serde_json::Value::from(text).to_string()
}

/// An object with these members, one a line.
fn object(members: Vec<String>) -> String {
    if members.is_empty() {
        return "{}".to_owned();
    }
    format!("{{\n    {}\n  }}", members.join(",\n    "))
}
