use super::files::{Failure, read_whole};
use super::moment::{moment_ms, now_ms};
use casebook::archive::tables::{
    DateOrder, Doing, Duplicates, Encoding, Here, MAX_TABLE_BYTES, MapError, Mapping, ProcessWords,
    Separator, Sheet, SheetKind, Source, Table, Taking, built_in_processes, decode_unicode, take,
    take_vcards_decoding,
};
use casebook::archive::{Exported, write};
use casebook::domain::calendar::Zone;
use chrono::{DateTime, SecondsFormat};
use std::fs;
use std::path::Path;

/// What was asked for.
#[derive(Default)]
struct Options<'a> {
    kind: Option<SheetKind>,
    pairs: Vec<(&'a str, &'a str)>,
    encoding: Option<Encoding>,
    separator: Option<Separator>,
    dates: Option<DateOrder>,
    zone: Zone,
    process: Option<&'a str>,
    closing: Vec<&'a str>,
    source: Option<&'a str>,
    known: Option<&'a str>,
    duplicates: Duplicates<'a>,
    now_ms: Option<u64>,
    output: &'a str,
}

/// Makes a file of a sheet of customers or cases.
pub(crate) fn csv(path: &str, options: &[&str]) -> Result<String, Failure> {
    let options = read_options("import-csv", options, |options, name, value| {
        match name {
            "--kind" => options.kind = Some(SheetKind::from_name(value).ok_or("customers or cases")?),
            "--map" => {
                for pair in value.split(',').filter(|pair| !pair.trim().is_empty()) {
                    options.pairs.push(pair.split_once('=').ok_or("what=COLUMN, with commas between")?);
                }
            }
            "--duplicates" => options.duplicates.sure = doing(value)?,
            _ => return Ok(false),
        }
        Ok(true)
    })?;
    let kind = options.kind.unwrap_or_else(|| {
        let of_a_case = ["number", "description", "stage", "status", "opened", "due", "closed"];
        let cases = options.pairs.iter().any(|(what, _)| of_a_case.contains(&what.trim()));
        if cases { SheetKind::Cases } else { SheetKind::Customers }
    });
    table(path, kind, &options)
}

/// Makes a file of a list of events.
pub(crate) fn events(path: &str, options: &[&str]) -> Result<String, Failure> {
    let options = read_options("import-events", options, |options, name, value| {
        let what = match name {
            "--case" => "case",
            "--activity" => "activity",
            "--time" => "time",
            "--person" => "person",
            "--customer" => "name",
            "--description" => "description",
            "--closed-by" => {
                options.closing.push(value);
                return Ok(true);
            }
            _ => return Ok(false),
        };
        options.pairs.push((what, value));
        Ok(true)
    })?;
    table(path, SheetKind::Events, &options)
}

/// Makes a file of an address book's cards.
pub(crate) fn vcards(path: &str, options: &[&str]) -> Result<String, Failure> {
    let options = read_options("import-vcard", options, |options, name, value| {
        if name == "--duplicates" {
            options.duplicates.sure = doing(value)?;
        }
        Ok(name == "--duplicates")
    })?;
    let (text, _) = text(path, &options)?;
    with_taking(path, "customers", &options, |taking| {
        take_vcards_decoding(&text, taking, &decoded).map_err(|why| problem(path, why))
    })
}

/// What is done with rows of somebody who is known, or stands further up.
fn doing(value: &str) -> Result<Doing, &'static str> {
    Doing::from_name(value).ok_or("leave, new or add")
}

fn table(path: &str, kind: SheetKind, options: &Options<'_>) -> Result<String, Failure> {
    let (text, encoding) = text(path, options)?;
    let table = Table::parse(&text, options.separator).map_err(|why| problem(path, why))?;
    let processes = built_in_processes();
    let wrong = |why: MapError| {
        let headers = table.headers.join(", ");
        Failure::Problems(format!("{path}: {why}. Its columns ({}): {headers}\n", encoding.label()))
    };
    let mut mapping = if options.pairs.is_empty() {
        Mapping::guess(kind, &table)
    } else {
        let pairs: Vec<_> = options.pairs.iter().map(|(what, column)| (what.trim(), column.trim())).collect();
        Mapping::named(kind, &table, &pairs).map_err(wrong)?
    };
    mapping.dates = match options.dates {
        Some(dates) => dates,
        None => mapping.date_order(&table).map_err(|why| match why {
            MapError::DateOrder(_) => {
                Failure::Problems(format!("{path}: {why}: --dates day-first or --dates month-first\n"))
            }
            why => wrong(why),
        })?,
    };
    mapping.closing = options.closing.iter().map(|name| (*name).to_owned()).collect();
    if let Some(wanted) = options.process {
        mapping.process = Some(process(&processes, wanted)?.at.clone());
    }
    // Of lists, one file is one source: the same number in another file is another case. Customers are
    // the same wherever they stand.
    let file = Path::new(path).file_name().map(|name| name.to_string_lossy().into_owned());
    let source = match kind {
        SheetKind::Customers => "customers".to_owned(),
        SheetKind::Cases | SheetKind::Events => file.unwrap_or_default(),
    };
    with_taking(path, &source, options, |taking| take(&table, &mapping, taking).map_err(wrong))
}

fn process<'a>(processes: &'a [ProcessWords], wanted: &str) -> Result<&'a ProcessWords, Failure> {
    let found = processes
        .iter()
        .find(|process| process.at.id.as_str() == wanted || process.names.iter().any(|name| name == wanted));
    found.ok_or_else(|| Failure::Machine(format!("--process: there is no process \"{wanted}\"")))
}

/// Takes rows in, writes the file, and says what came of it.
fn with_taking(
    path: &str,
    source: &str,
    options: &Options<'_>,
    rows: impl Fn(&Taking<'_>) -> Result<Sheet, Failure>,
) -> Result<String, Failure> {
    let now_ms = match options.now_ms {
        Some(now) => now,
        None => now_ms()?,
    };
    let source = Source::new(options.source.unwrap_or(source));
    let here = match options.known {
        Some(file) => Here::of(&read_whole(file)?.records),
        None => Here::default(),
    };
    let processes = built_in_processes();
    let (source, here, processes, zone, duplicates) =
        (&source, &here, &processes, options.zone, options.duplicates);
    let sheet = rows(&Taking { source, here, processes, now_ms, zone, duplicates })?;
    let faults: String =
        sheet.faults().map(|(line, fault)| format!("{path}: line {line}: {fault}\n")).collect();
    let (new, same, left) = sheet.counts();
    let exported = Exported {
        at: i64::try_from(now_ms)
            .ok()
            .and_then(DateTime::from_timestamp_millis)
            .map(|at| at.to_rfc3339_opts(SecondsFormat::Secs, true))
            .unwrap_or_default(),
        device: source.writer().device.as_str().to_owned(),
        app: env!("CARGO_PKG_VERSION").to_owned(),
    };
    let output = options.output;
    fs::write(output, write(&sheet.records, &exported))
        .map_err(|error| Failure::Machine(format!("{output}: {error}")))?;
    let done = format!(
        "{faults}{output}: {} records, {} entries; rows: {new} taken, {same} the same as others, {left} left out\n",
        sheet.records.0.len(),
        sheet.records.entries(),
    );
    if left > 0 { Err(Failure::Problems(done)) } else { Ok(done) }
}

/// A file's text, and in what encoding it was.
fn text(path: &str, options: &Options<'_>) -> Result<(String, Encoding), Failure> {
    let machine = |error: std::io::Error| Failure::Machine(format!("{path}: {error}"));
    if fs::metadata(path).map_err(machine)?.len() > MAX_TABLE_BYTES as u64 {
        return Err(problem(path, casebook::archive::tables::TableError::TooLarge));
    }
    let bytes = fs::read(path).map_err(machine)?;
    let encoding = options.encoding.unwrap_or_else(|| Encoding::guess(&bytes));
    Ok((decode_unicode(encoding, &bytes).unwrap_or_else(|| decoded(encoding, &bytes)), encoding))
}

/// Text in an encoding that is not one of Unicode's.
fn decoded(encoding: Encoding, bytes: &[u8]) -> String {
    let table = if encoding == Encoding::Big5 { encoding_rs::BIG5 } else { encoding_rs::GB18030 };
    table.decode_without_bom_handling(bytes).0.into_owned()
}

fn problem(path: &str, why: impl std::fmt::Display) -> Failure {
    Failure::Problems(format!("{path}: {why}\n"))
}

/// Reads options in pairs; `own` takes those of one command and says whether it knew it.
fn read_options<'a>(
    command: &str,
    options: &[&'a str],
    own: fn(&mut Options<'a>, &str, &'a str) -> Result<bool, &'static str>,
) -> Result<Options<'a>, Failure> {
    let mut read = Options::default();
    let misused = |what: &str| Failure::Machine(format!("{command}: {what}"));
    for pair in options.chunks(2) {
        let [name, value] = *pair else { return Err(misused(&format!("{} needs a value", pair.join(" ")))) };
        let known = match name {
            "--encoding" => Encoding::from_label(value).map(|encoding| read.encoding = Some(encoding)),
            "--separator" => Separator::from_name(value).map(|separator| read.separator = Some(separator)),
            "--dates" => {
                let order = match value {
                    "day-first" => Some(DateOrder::DayFirst),
                    "month-first" => Some(DateOrder::MonthFirst),
                    _ => None,
                };
                order.map(|order| read.dates = Some(order))
            }
            "--zone" => Zone::parse(value).map(|zone| read.zone = zone),
            "--now" => moment_ms(value).map(|now| read.now_ms = Some(now)),
            "--process" => Some(value).map(|value| read.process = Some(value)),
            "--source" => Some(value).map(|value| read.source = Some(value)),
            "--known" => Some(value).map(|value| read.known = Some(value)),
            "-o" => Some(value).map(|value| read.output = value),
            _ => match own(&mut read, name, value) {
                Ok(true) => Some(()),
                Ok(false) => return Err(misused(&format!("what is {name}?"))),
                Err(form) => return Err(misused(&format!("{name} is {form}"))),
            },
        };
        known.ok_or_else(|| misused(&format!("{name} cannot be {value}")))?;
    }
    if read.output.is_empty() { Err(misused("-o needs a file")) } else { Ok(read) }
}
