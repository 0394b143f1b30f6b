namespace IntegrationHub.Mdm.Matching.Comparing;

/// <summary>How two surnames compare, best first.</summary>
internal enum NameRelation : byte
{
    Same,

    /// <summary>Particles aside, or tokens in another order.</summary>
    Variant,

    /// <summary>One or two keystrokes apart, by length.</summary>
    Near,

    SoundsAlike,

    /// <summary>One token of a double name, or a name cut short.</summary>
    Part,

    None,
}
