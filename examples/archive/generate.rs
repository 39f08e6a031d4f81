use super::files::Failure;
use casebook::app::sample;
use casebook::archive::{Exported, write};
use casebook::domain::calendar::Zone;
use casebook::domain::lang::Lang;
use std::fs;

/// The moment up to which things happen in a generated shop, in milliseconds since 1970. It is
/// always the same, and so is the file.
const NOW_MS: u64 = 1_793_523_600_000;
const NOW: &str = "2026-11-01T09:00:00Z";
/// How many minutes the shop's clocks are ahead of UTC.
const ZONE: i32 = 8 * 60;
/// The most cases of one file.
const MOST: usize = 100_000;

/// Writes a file with a believable shop: the same bytes for the same options.
pub(crate) fn run(options: &[&str]) -> Result<String, Failure> {
    let (mut cases, mut seed, mut lang, mut output) = (None, None, Some(Lang::default()), None);
    for pair in options.chunks(2) {
        match pair {
            ["--cases", number] => cases = number.parse().ok().filter(|cases| *cases <= MOST),
            ["--seed", number] => seed = number.parse().ok(),
            ["--lang", tag] => lang = Lang::from_tag(tag),
            ["-o", path] => output = Some(*path),
            _ => return Err(misused(&format!("what is {}?", pair.join(" ")))),
        }
    }
    let cases = cases.ok_or_else(|| misused(&format!("--cases needs a number up to {MOST}")))?;
    let seed = seed.ok_or_else(|| misused("--seed needs a number"))?;
    let lang = lang.ok_or_else(|| misused("--lang is zh-CN, zh-TW or en"))?;
    let output = output.ok_or_else(|| misused("-o needs a file"))?;

    let records = sample::generate(seed, cases, lang, NOW_MS, |_| ZONE, Zone::default());
    let exported = Exported {
        at: NOW.to_owned(),
        device: "sample".to_owned(),
        app: env!("CARGO_PKG_VERSION").to_owned(),
    };
    fs::write(output, write(&records, &exported))
        .map_err(|error| Failure::Machine(format!("{output}: {error}")))?;
    Ok(format!("{output}: {} records, {} entries\n", records.0.len(), records.entries()))
}

fn misused(what: &str) -> Failure {
    Failure::Machine(format!("generate: {what}"))
}
