namespace IntegrationHub.Hub.Contracts;

/// <summary>How a permitted attribute is shown in part only.</summary>
public enum Mask
{
    /// <summary>A date as its year: <c>birthDate</c>, <c>death</c>.</summary>
    Year,

    /// <summary>Enough to recognise a value one knows already: <c>m•••@example.fr</c>, <c>••••••••16</c>. For <c>emails</c>, <c>phones</c>, <c>identifiers</c>.</summary>
    Masked,

    /// <summary>A place as its commune, without the street: <c>addresses</c>.</summary>
    Commune,

    /// <summary>A name as its first letter: <c>birthName</c>, <c>usageName</c>, <c>givenNames</c>, <c>usedGivenName</c>.</summary>
    Initial,
}
