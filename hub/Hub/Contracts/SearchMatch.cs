using System.Globalization;
using System.Text;
using IntegrationHub.Mdm.Model;
using IntegrationHub.Mdm.Registry.Storing;

namespace IntegrationHub.Hub.Contracts;

/// <summary>Whether what a reader sees of a person answers the search: without it, a search would confirm values the reader may not see.</summary>
internal static class SearchMatch
{
    public static bool Fits(CitizenSearch search, Citizen seen) =>
        Prefix(search.Name, [seen.BirthName, seen.UsageName, .. seen.FormerNames.Select(name => name.BirthName)])
        && Prefix(search.GivenName, [.. seen.GivenNames, seen.UsedGivenName, .. seen.FormerNames.SelectMany(name => name.GivenNames)])
        && (search.BirthDate is null || search.BirthDate == seen.BirthDate)
        && Equal(search.Email, seen.Emails.Select(point => point.Value))
        && Equal(search.Phone, seen.Phones.Select(point => point.Value))
        && Equal(search.CommuneCode, seen.Addresses.Select(address => address.CommuneCode));

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
