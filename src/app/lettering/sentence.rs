use crate::domain::letter::{ClauseSpec, ParameterSpec};

/// A piece of a clause's sentence: words, or a blank to fill in.
#[derive(Clone, Copy, PartialEq, Debug)]
pub enum Piece<'a> {
    /// Words.
    Words(&'a str),
    /// A parameter's place.
    Blank(&'a ParameterSpec),
}

/// A clause's sentence in pieces.
#[must_use]
pub fn pieces(clause: &ClauseSpec) -> Vec<Piece<'_>> {
    let mut pieces = Vec::new();
    let mut rest = clause.text.as_str();
    while let Some((before, blank, after)) = next_blank(clause, rest) {
        pieces.push(Piece::Words(before));
        pieces.push(Piece::Blank(blank));
        rest = after;
    }
    pieces.push(Piece::Words(rest));
    pieces.retain(|piece| *piece != Piece::Words(""));
    pieces
}

fn next_blank<'a>(clause: &'a ClauseSpec, text: &'a str) -> Option<(&'a str, &'a ParameterSpec, &'a str)> {
    let (before, tail) = text.split_once('{')?;
    let (name, after) = tail.split_once('}')?;
    let blank = clause.parameters.iter().find(|parameter| parameter.id.as_str() == name)?;
    Some((before, blank, after))
}

/// What a blank is called: its clause, and the words around it in its part of the sentence:
/// `首次答复：服务时间内 … 小时`.
#[must_use]
pub fn blank_label(clause_label: &str, clause: &ClauseSpec, parameter: &ParameterSpec) -> String {
    let around = around(clause, parameter);
    let colon = if clause_label.is_ascii() { ": " } else { "：" };
    if around == "…" { clause_label.to_owned() } else { [clause_label, colon, &around].concat() }
}

fn around(clause: &ClauseSpec, parameter: &ParameterSpec) -> String {
    let ends = ['，', '、', '。', '；', ',', ';', '.'];
    let mut label = String::new();
    for piece in pieces(clause) {
        match piece {
            Piece::Words(words) => {
                let done = label.contains('…');
                match (done, words.find(ends), words.rfind(ends)) {
                    (true, Some(end), _) => {
                        label.push_str(&words[..end]);
                        break;
                    }
                    (false, _, Some(end)) => {
                        let end_length = words[end..].chars().next().map_or(0, char::len_utf8);
                        words[end + end_length..].clone_into(&mut label);
                    }
                    _ => label.push_str(words),
                }
            }
            Piece::Blank(blank) if blank.id == parameter.id => label.push('…'),
            Piece::Blank(_) => {}
        }
    }
    // What a colon leads up to is enough, unless nothing else stands behind it.
    let behind = label.rsplit_once([':', '：']).map_or("", |(_, behind)| behind.trim());
    let enough = behind.contains('…') && behind != "…";
    if enough { behind.to_owned() } else { label.trim().to_owned() }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::catalog::clause_library;
    use crate::domain::lang::Lang;
    use std::collections::BTreeSet;

    fn labels(lang: Lang, id: &str) -> Vec<String> {
        let library = clause_library(lang);
        let clause = library.sections.iter().flat_map(|s| &s.clauses).find(|c| c.id.as_str() == id);
        let clause = clause.expect("a clause");
        clause.parameters.iter().map(|parameter| blank_label(&clause.label, clause, parameter)).collect()
    }

    #[test]
    fn a_blank_is_called_by_the_words_around_it() {
        for (lang, id, expected) in [
            (
                Lang::ZhCn,
                "first_response",
                &["首次答复：服务时间内 … 小时", "首次答复：服务时间外 … 小时内首次答复"][..],
            ),
            (
                Lang::En,
                "first_response",
                &[
                    "First response: Within … hours during service hours",
                    "First response: and … hours outside them",
                ],
            ),
            (Lang::ZhCn, "remedy", &["违约补偿：并作如下补偿：…"]),
            (Lang::En, "supervision_phone", &["Supervision phone"]),
            (
                Lang::En,
                "emergency",
                &["Emergencies: within … hours you have a solution or a clear timetable"],
            ),
        ] {
            assert_eq!(labels(lang, id), expected);
        }
    }

    #[test]
    fn every_blank_of_a_clause_has_a_name_of_its_own() {
        for lang in Lang::ALL {
            for clause in clause_library(lang).sections.iter().flat_map(|section| &section.clauses) {
                let name = |parameter| blank_label(&clause.label, clause, parameter);
                let names: BTreeSet<_> = clause.parameters.iter().map(name).collect();
                assert_eq!(names.len(), clause.parameters.len(), "{lang:?} {}", clause.text);
            }
        }
    }

    #[test]
    fn the_pieces_are_the_sentence() {
        for clause in Lang::ALL.into_iter().flat_map(|l| &clause_library(l).sections).flat_map(|s| &s.clauses)
        {
            let joined: String = pieces(clause)
                .into_iter()
                .map(|piece| match piece {
                    Piece::Words(words) => words.to_owned(),
                    Piece::Blank(blank) => format!("{{{}}}", blank.id),
                })
                .collect();
            assert_eq!(joined, clause.text);
        }
    }
}
