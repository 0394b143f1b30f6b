namespace IntegrationHub.Mdm.Matching.Comparing;

/// <summary>How two given names compare, best first.</summary>
internal enum GivenRelation : byte
{
    Same,

    /// <summary>"Jean" and "Jean Philippe".</summary>
    FirstToken,

    Near,
    SoundsAlike,

    /// <summary>Cut short from three letters on: "Alex", "Alexandre".</summary>
    Prefix,

    Initial,

    /// <summary>One letter apart, but short or both known names: "Léa" and "Léo", "Aurélie" and "Aurélien".</summary>
    LookAlike,

    /// <summary>Apart by a feminine ending: "Michel", "Michelle".</summary>
    Feminine,

    None,
}
