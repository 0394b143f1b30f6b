using IntegrationHub.Connectors.Sandbox.Town.Facts;

namespace IntegrationHub.Connectors.Sandbox.Town.Population;

/// <summary>One person as they truly are.</summary>
public sealed record Person
{
    /// <summary>The truth: an opaque id that no system knows.</summary>
    public required string Id { get; init; }

    /// <summary><c>M</c> or <c>F</c>.</summary>
    public required char Sex { get; init; }

    public required string BirthName { get; init; }

    /// <summary>By marriage or double name; null for who goes by the birth name.</summary>
    public string? UsageName { get; init; }

    /// <summary>Birth name before a change of civil status.</summary>
    public string? FormerName { get; init; }

    public required IReadOnlyList<string> GivenNames { get; init; }

    /// <summary>The given name used every day: the first for nearly all.</summary>
    public required string EverydayName { get; init; }

    public required int BirthYear { get; init; }

    /// <summary>0 where only the year is known.</summary>
    public required int BirthMonth { get; init; }

    /// <summary>0 where only the year is known.</summary>
    public required int BirthDay { get; init; }

    /// <summary>Null when born abroad.</summary>
    public Commune? BirthCommune { get; init; }

    public Country? BirthCountry { get; init; }

    /// <summary>Homes, the present one first, then where they lived before; a child of separated parents has the other parent's as <see cref="OtherHome"/>.</summary>
    public required IReadOnlyList<Home> Homes { get; init; }

    public Home? OtherHome { get; init; }

    /// <summary>Own mailboxes, the present one first; may be empty.</summary>
    public required IReadOnlyList<string> Emails { get; init; }

    /// <summary>Own mobile phones, the present one first; may be empty.</summary>
    public required IReadOnlyList<string> Mobiles { get; init; }

    /// <summary>Whole years at the town's day.</summary>
    public required int Age { get; init; }

    /// <summary>Moved within the month before a later snapshot.</summary>
    public bool MovedLately { get; init; }

    public required Trait Traits { get; init; }

    public string LastName => UsageName ?? BirthName;
}
