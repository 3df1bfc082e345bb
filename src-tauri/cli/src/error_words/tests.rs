//! That errors are told in words.

use ecrin_core::contact_rules::Rule;
use ecrin_core::lists::ListProblem;

use super::*;

#[test]
fn no_error_is_told_in_the_words_of_the_log() {
    let list = E::ListInvalid { problem: ListProblem::NoColumns, field: "town".into(), condition: None };
    for error in [
        E::ClientMerged(1, 2),
        E::ManagerCodeWrong(0),
        E::ManagerCodeWrong(8),
        E::NameTooLong(80),
        E::FieldUnknown("prenoms".into()),
        E::Refused(Rule::DayInFuture),
        E::Io(ErrorKind::InvalidData),
        E::Io(ErrorKind::TimedOut),
        list,
    ] {
        let (french, english) = (sentence(Language::French, &error), sentence(Language::English, &error));
        assert_ne!(french, english);
        assert_ne!(english, error.to_string());
    }
    assert!(sentence(Language::French, &E::ManagerCodeWrong(8)).contains("8 s"));
    assert!(!sentence(Language::French, &E::ManagerCodeWrong(0)).contains("0 s"));
}
