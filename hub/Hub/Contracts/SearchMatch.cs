using System.Globalization;
using System.Text;
using IntegrationHub.Mdm.Model;
using IntegrationHub.Mdm.Registry.Storing;

namespace IntegrationHub.Hub.Contracts;

/// <summary>Whether what a reader sees of a person answers the search: without it, a search would confirm values the reader may not see.</summary>
internal static class SearchMatch
{
    /// <summary>True when the reader may see an attribute behind every filter, and the connections it asks for.</summary>
    public static bool MayAsk(CitizenSearch search, AccessContract contract) =>
        May(search.Name, contract, "birthName", "usageName", "formerNames")
        && May(search.GivenName, contract, "givenNames", "usedGivenName", "formerNames")
        && May(search.BirthDate?.ToString(), contract, "birthDate")
        && May(search.Email, contract, "emails")
        && May(search.Phone, contract, "phones")
        && May(search.CommuneCode, contract, "addresses")
        && Connections(search, contract.Sources) is null or { Count: > 0 };

    /// <summary>The connections to search: those asked for that are permitted; null for all.</summary>
    public static IReadOnlyCollection<string>? Connections(CitizenSearch search, Scope permitted) =>
        search.Connections is { } asked ? [.. asked.Where(permitted.Allows)] : permitted.IsAll || permitted.IsOthers ? null : permitted.Names;

    public static bool Fits(CitizenSearch search, Citizen seen) =>
        Prefix(search.Name, [seen.BirthName, seen.UsageName, .. seen.FormerNames.Select(name => name.BirthName)])
        && Prefix(search.GivenName, [.. seen.GivenNames, seen.UsedGivenName, .. seen.FormerNames.SelectMany(name => name.GivenNames)])
        && (search.BirthDate is null || search.BirthDate == seen.BirthDate)
        && Equal(search.Email, seen.Emails.Select(point => point.Value))
        && Equal(search.Phone, seen.Phones.Select(point => point.Value))
        && Equal(search.CommuneCode, seen.Addresses.Select(address => address.CommuneCode));

    private static bool May(string? asked, AccessContract contract, params ReadOnlySpan<string> attributes)
    {
        var may = string.IsNullOrWhiteSpace(asked);
        foreach (var attribute in attributes)
        {
            may |= contract.SeesWhole(attribute);
        }

        return may;
    }

    private static bool Prefix(string? asked, IEnumerable<string?> values)
    {
        var wanted = Plain(asked);
        return wanted.Length == 0 || values.Any(value => Plain(value).StartsWith(wanted, StringComparison.Ordinal));
    }

    private static bool Equal(string? asked, IEnumerable<string?> values) =>
        string.IsNullOrWhiteSpace(asked) || values.Any(value => Plain(value) == Plain(asked));

    // Letters and digits alone: a hyphen, a particle's space or an accent must not hide anybody the registry's own search found.
    private static string Plain(string? text)
    {
        var plain = new StringBuilder();
        foreach (var letter in (text ?? "").Replace("œ", "oe", StringComparison.OrdinalIgnoreCase).Replace("æ", "ae", StringComparison.OrdinalIgnoreCase).Normalize(NormalizationForm.FormD))
        {
            if (char.IsLetterOrDigit(letter) && CharUnicodeInfo.GetUnicodeCategory(letter) != UnicodeCategory.NonSpacingMark)
            {
                plain.Append(char.ToUpperInvariant(letter));
            }
        }

        return plain.ToString();
    }
}
