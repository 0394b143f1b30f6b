namespace IntegrationHub.Mappings.Engine.Recognition;

/// <summary>Why a column was taken or left out.</summary>
public enum RecognitionReason
{
    /// <summary>Taken: its name says what it is, and its values do not deny it.</summary>
    ByName,

    /// <summary>Taken: its name says nothing, its values do.</summary>
    ByValues,

    /// <summary>Taken as the record's key: never compared.</summary>
    Key,

    /// <summary>Taken as an identifier of the person, as its name says; its values are not those of a NIR.</summary>
    Identifier,

    /// <summary>Taken or left out: a person said what it holds.</summary>
    Said,

    /// <summary>Left out: the caller hid it.</summary>
    Hidden,

    /// <summary>Left out: by name or values a NIR, which is never taken unasked.</summary>
    Nir,

    /// <summary>Left out: another column holds the same thing.</summary>
    Repeated,

    /// <summary>Left out: the values are not what the name promises.</summary>
    ValuesDeny,

    /// <summary>Left out: no value in the sample.</summary>
    Blank,

    /// <summary>Left out and compared nowhere: its name says that it is somebody else's, or a fact about the record.</summary>
    NotThePersons,

    /// <summary>Left out: nothing is known about it.</summary>
    Unknown,
}
