namespace IntegrationHub.Mappings.Engine.Functions;

/// <summary>What a value is on its way through a mapping; a function states the kinds it takes and the one it gives.</summary>
[Flags]
public enum ValueKind
{
    None = 0,

    /// <summary>A <see cref="string"/>, trimmed and never empty.</summary>
    Text = 1,

    /// <summary>A <c>string[]</c> without blanks: given names, an array of the source.</summary>
    Texts = 2,

    /// <summary>A <c>string?[]</c>, one place a column, null where the column is blank.</summary>
    Columns = 4,

    /// <summary>A <see cref="Mdm.Model.PartialDate"/>.</summary>
    Date = 8,

    /// <summary>A <see cref="Mdm.Model.Sex"/>.</summary>
    Sex = 16,

    /// <summary>A <see cref="DateTimeOffset"/> in UTC.</summary>
    Instant = 32,

    /// <summary>A <see cref="decimal"/>.</summary>
    Number = 64,

    /// <summary>A <see cref="bool"/>.</summary>
    Flag = 128,

    /// <summary>A <see cref="Mdm.Model.BirthPlace"/>.</summary>
    Place = 256,

    /// <summary>A <see cref="Mdm.Model.PostalAddress"/>.</summary>
    Address = 512,

    Any = 1023,
}
