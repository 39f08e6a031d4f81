use super::{Pen, one};
use crate::domain::case::{Case, CaseEvent, CaseKind};
use crate::domain::document::Issued;
use crate::domain::id::CaseId;
use crate::domain::record::Records;
use crate::domain::signature::{Signature, SignerRole, Strokes};
use crate::domain::signing::seated;
use crate::domain::text::{MAX_LINE, TextError, required};
use crate::journal::Change;

/// Why a paper cannot be signed so. What was drawn is checked by [`Strokes::new`].
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum SignError {
    /// It says nothing.
    EmptyDocument,
    /// Its text is not what was issued.
    Altered,
    /// Who signs was not said.
    Name(TextError),
    /// The same person signed it already for the same role, and it has no further place for it.
    Already,
}

/// Keeps a signature on an issued paper of a case, or on a commitment letter for it.
///
/// # Errors
/// [`SignError`] says what is wrong.
pub fn sign_paper(
    pen: &Pen,
    id: &CaseId,
    case: &Case,
    paper: &Issued,
    role: SignerRole,
    name: &str,
    strokes: Strokes,
) -> Result<Records, SignError> {
    if paper.document.plain_text().trim().is_empty() {
        return Err(SignError::EmptyDocument);
    }
    if !paper.is_genuine() {
        return Err(SignError::Altered);
    }
    let name = required(name, MAX_LINE).map_err(SignError::Name)?;
    // Who takes a work order on mostly does the job too, and signs for both.
    let signed: Vec<_> = case.signatures(&paper.hash).map(|held| held.value).collect();
    let roles = signed.iter().map(|signature| signature.role).chain([role]);
    let has_place = seated(&paper.document.places(), roles).last().copied().flatten().is_some();
    if !has_place && signed.iter().any(|signature| signature.role == role && signature.name == name) {
        return Err(SignError::Already);
    }
    let signature = Signature { document: paper.hash.clone(), role, name, strokes };
    Ok(one::<CaseKind>(pen, id.as_str(), vec![Change::Event(CaseEvent::Signed(signature))]))
}
