using IntegrationHub.Mappings.Engine.Functions;
using IntegrationHub.Mdm.Model;

namespace IntegrationHub.Mappings.Engine.Targets;

/// <summary>The attributes of a citizen a document may map.</summary>
internal static class CitizenAttributes
{
    public static IReadOnlyList<SimpleAttribute<CitizenDraft>> Simple { get; } =
    [
        new("birthName", ValueKind.Text, "family-name", static (d, v) => d.BirthName = (string)v),
        new("usageName", ValueKind.Text, "family-name", static (d, v) => d.UsageName = (string)v),
        new("givenNames", ValueKind.Texts, "given-names", static (d, v) => d.GivenNames = (string[])v),
        new("usedGivenName", ValueKind.Text, "trim", static (d, v) => d.UsedGivenName = (string)v),
        new("sex", ValueKind.Sex, "sex", static (d, v) => d.Sex = (Sex)v),
        new("birthDate", ValueKind.Date, "date", static (d, v) => d.BirthDate = (PartialDate)v),
    ];

    /// <summary>Attributes that are groups or lists.</summary>
    public static IReadOnlyList<string> Composed { get; } =
        ["birthPlace", "emails", "phones", "address", "addresses", "identifiers", "formerNames", "death", "consents", "verification", "status", "extra"];
}
