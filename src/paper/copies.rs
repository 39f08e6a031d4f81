use crate::domain::lang::Lang;
use crate::domain::paper_kind::PaperKind;
use crate::i18n::texts;

/// Whom each copy of a paper is for, as it says in the corner; nothing for a paper of one copy.
/// It is no part of what the paper says.
#[must_use]
pub fn copy_labels(kind: PaperKind, lang: Lang) -> Vec<&'static str> {
    let t = &texts(lang).papers();
    match kind {
        PaperKind::WorkOrder => vec![t.copy_team, t.copy_archive, t.copy_finance],
        _ => Vec::new(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn several_copies_have_labels() {
        for (kind, lang) in PaperKind::ALL.into_iter().flat_map(|kind| Lang::ALL.map(|lang| (kind, lang))) {
            assert_eq!(copy_labels(kind, lang).len().max(1), kind.copies(), "{kind:?}");
        }
        let labels = copy_labels(PaperKind::WorkOrder, Lang::ZhCn);
        assert_eq!(labels, ["班组联", "存档联", "财务联"]);
    }
}
