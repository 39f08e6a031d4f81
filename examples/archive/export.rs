use super::files::{Failure, read};
use super::moment::{moment_ms, now_ms};
use casebook::archive::tables::{
    self, Agenda, Column, SheetKind, Telling, agenda, built_in_processes, cases_table, customers_table,
    events_table,
};
use casebook::domain::calendar::Zone;
use casebook::domain::lang::Lang;
use std::fs;

/// What was asked for.
struct Options<'a> {
    kind: Option<SheetKind>,
    lang: Lang,
    zone: Zone,
    now_ms: Option<u64>,
    output: &'a str,
}

/// Writes a table of a file's records.
pub(crate) fn csv(path: &str, options: &[&str]) -> Result<String, Failure> {
    let options = read_options("export-csv", options)?;
    let misused = || Failure::Machine("export-csv: --kind is customers, cases or events".to_owned());
    let kind = options.kind.ok_or_else(misused)?;
    let records = read(path)?.records;
    let processes = built_in_processes();
    // The names that `--map` understands, so that the table is read again without being told.
    let header = |column: Column| column.name().to_owned();
    let telling = Telling {
        header: &header,
        lang: options.lang,
        in_words: false,
        processes: &processes,
        zone: options.zone,
    };
    let rows = match kind {
        SheetKind::Customers => customers_table(&records, &telling),
        SheetKind::Cases => cases_table(&records, &telling),
        SheetKind::Events => events_table(&records, &telling),
    };
    keep(options.output, &tables::csv(&rows))?;
    Ok(format!("{}: {} rows\n", options.output, rows.len() - 1))
}

/// Writes a calendar of a file's visits and follow-ups.
pub(crate) fn ics(path: &str, options: &[&str]) -> Result<String, Failure> {
    let options = read_options("export-ics", options)?;
    let records = read(path)?.records;
    let now_ms = match options.now_ms {
        Some(now) => now,
        None => now_ms()?,
    };
    let about =
        Agenda { name: "Casebook", visit: "Visit", follow_up: "Follow-up", now_ms, zone: options.zone };
    let text = agenda(&records, &about);
    keep(options.output, &text)?;
    Ok(format!("{}: {} events\n", options.output, text.matches("BEGIN:VEVENT").count()))
}

fn keep(output: &str, text: &str) -> Result<(), Failure> {
    fs::write(output, text).map_err(|error| Failure::Machine(format!("{output}: {error}")))
}

fn read_options<'a>(command: &str, options: &[&'a str]) -> Result<Options<'a>, Failure> {
    let mut read = Options { kind: None, lang: Lang::En, zone: Zone::default(), now_ms: None, output: "" };
    let misused = |what: &str| Failure::Machine(format!("{command}: {what}"));
    for pair in options.chunks(2) {
        let known = match pair {
            ["--kind", name] => SheetKind::from_name(name).map(|kind| read.kind = Some(kind)),
            ["--lang", tag] => Lang::from_tag(tag).map(|lang| read.lang = lang),
            ["--zone", name] => Zone::parse(name).map(|zone| read.zone = zone),
            ["--now", moment] => moment_ms(moment).map(|now| read.now_ms = Some(now)),
            ["-o", path] => Some(path).map(|path| read.output = path),
            _ => None,
        };
        known.ok_or_else(|| misused(&format!("what is {}?", pair.join(" "))))?;
    }
    if read.output.is_empty() { Err(misused("-o needs a file")) } else { Ok(read) }
}
