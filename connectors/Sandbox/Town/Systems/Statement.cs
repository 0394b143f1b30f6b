using IntegrationHub.Connectors.Sandbox.Town.Errors;
using IntegrationHub.Connectors.Sandbox.Town.Facts;

namespace IntegrationHub.Connectors.Sandbox.Town.Systems;

/// <summary>What one record says of one person, errors included. Empty text is "not said".</summary>
public sealed record Statement
{
    /// <summary>The truth: the person's opaque id.</summary>
    public required string Person { get; init; }

    /// <summary>Which of the record's people; empty for the only one.</summary>
    public string Part { get; init; } = "";

    /// <summary>The name they go by, as the system knows it.</summary>
    public required string LastName { get; init; }

    /// <summary>Empty where the system has no such column or it is not filled in.</summary>
    public string BirthName { get; init; } = "";

    public required IReadOnlyList<string> GivenNames { get; init; }

    /// <summary><c>M</c>, <c>F</c> or a blank.</summary>
    public char Sex { get; init; } = ' ';

    public CivilDay? BirthDate { get; init; }

    public Commune? BirthCommune { get; init; }

    public Country? BirthCountry { get; init; }

    public string Email { get; init; } = "";

    /// <summary>Ten digits, national form.</summary>
    public string Phone { get; init; } = "";

    public string Number { get; init; } = "";

    public string Street { get; init; } = "";

    public string Complement { get; init; } = "";

    public string PostCode { get; init; } = "";

    public string City { get; init; } = "";

    /// <summary>Errors that could have happened here.</summary>
    public ErrorSet Possible { get; init; }

    /// <summary>Errors that did.</summary>
    public ErrorSet Happened { get; init; }
}
