using System.Text;

namespace IntegrationHub.Mdm.Storage.Searching;

/// <summary>What of a citizen a search compares, in normal form.</summary>
internal static class CitizenWords
{
    /// <summary>Words of one name after which no further start is kept.</summary>
    private const int MostStarts = 4;

    /// <summary>Birth, usage and former names.</summary>
    public static List<string> Names(Citizen citizen)
    {
        var names = new List<string>(2);
        Add(names, citizen.BirthName);
        if (citizen.UsageName != citizen.BirthName)
        {
            Add(names, citizen.UsageName);
        }

        for (var i = 0; i < citizen.FormerNames.Count; i++)
        {
            Add(names, citizen.FormerNames[i].BirthName);
        }

        return names;
    }

    /// <summary>Given names, the used one and former ones.</summary>
    public static List<string> GivenNames(Citizen citizen)
    {
        var names = new List<string>(4);
        AddAll(names, citizen.GivenNames);
        Add(names, citizen.UsedGivenName);
        for (var i = 0; i < citizen.FormerNames.Count; i++)
        {
            AddAll(names, citizen.FormerNames[i].GivenNames);
        }

        return names;
    }

    /// <summary>A name from each of its words on: DE LA TOUR is found as LA TOUR and as TOUR.</summary>
    public static IEnumerable<string> Starts(string name)
    {
        var start = 0;
        for (var i = 0; i < MostStarts && start >= 0; i++)
        {
            yield return name[start..];
            var space = name.IndexOf(' ', start);
            start = space < 0 ? -1 : space + 1;
        }
    }

    private static void AddAll(List<string> names, IReadOnlyList<string> texts)
    {
        for (var i = 0; i < texts.Count; i++)
        {
            Add(names, texts[i]);
        }
    }

    private static void Add(List<string> names, string? text)
    {
        if (SearchText.Normalise(text) is { Length: > 0 } name)
        {
            names.Add(name);
        }
    }

    public static string Email(string email) => email.Trim().ToLowerInvariant();

    /// <summary>The last nine digits: 06 12 34 56 78 and +33 6 12 34 56 78 are one number, overseas too.</summary>
    public static string Phone(string phone)
    {
        var digits = new StringBuilder(phone.Length);
        foreach (var letter in phone.Where(char.IsAsciiDigit))
        {
            digits.Append(letter);
        }

        return digits.Length <= 9 ? digits.ToString() : digits.ToString(digits.Length - 9, 9);
    }
}
