using System.Globalization;
using IntegrationHub.Mdm.Model;

namespace IntegrationHub.Mappings.Engine.Functions;

/// <summary>A value as the examples and the reference page show it.</summary>
public static class ValueText
{
    public static string? Of(object? value) => value switch
    {
        null => null,
        string text => text,
        string?[] texts => "[" + string.Join(", ", texts) + "]",
        bool flag => flag ? "true" : "false",
        decimal number => number.ToString(CultureInfo.InvariantCulture),
        Sex sex => sex.ToString().ToLowerInvariant(),
        DateTimeOffset instant => instant.UtcDateTime.ToString("yyyy-MM-ddTHH:mm:ss.FFFFFFZ", CultureInfo.InvariantCulture),
        BirthPlace place => Fields(("commune", place.CommuneCode), ("label", place.Label), ("country", place.CountryCode)),
        PostalAddress a => Fields(
            ("houseNumber", a.HouseNumber), ("street", a.Street), ("complement", a.Complement), ("postCode", a.PostCode),
            ("city", a.City), ("commune", a.CommuneCode), ("country", a.CountryCode)),
        _ => value.ToString(),
    };

    private static string Fields(params (string Name, string? Value)[] fields) =>
        string.Join("; ", fields.Where(f => f.Value is not null).Select(f => $"{f.Name}: {f.Value}"));
}
