using System.Globalization;
using System.Text.RegularExpressions;
using IntegrationHub.Connectors.Sandbox.Town;
using IntegrationHub.Connectors.Sandbox.Town.Population;

namespace IntegrationHub.Tests.Host.Privacy;

/// <summary>What names the people of a generated town: surname with given name, e-mails, phones, birth dates, street lines, in the ways they are written.</summary>
internal sealed partial class ValuesOfATown
{
    // Younger people's birth dates are days on which a test may run.
    private const int Newborn = 2015;

    private readonly HashSet<string> _texts = new(StringComparer.OrdinalIgnoreCase);
    private readonly HashSet<string> _phones = [];
    private readonly Dictionary<string, HashSet<string>> _givenOf = new(StringComparer.OrdinalIgnoreCase);

    public ValuesOfATown(TownSettings settings)
    {
        foreach (var person in Town.Generate(settings).Truth().SelectMany(family => family.People))
        {
            Add(person);
        }
    }

    public int Count => _texts.Count + _phones.Count + _givenOf.Count;

    /// <summary>Values of the town that a line holds.</summary>
    public IEnumerable<string> In(string line)
    {
        foreach (var text in _texts.Where(text => line.Contains(text, StringComparison.OrdinalIgnoreCase)))
        {
            yield return text;
        }

        foreach (var number in Numbers().Matches(line).Select(match => Separators().Replace(match.Value, "").Replace("+33", "0", StringComparison.Ordinal)).Where(_phones.Contains))
        {
            yield return number;
        }

        var words = new HashSet<string>(Words().Matches(line).Select(match => match.Value), StringComparer.OrdinalIgnoreCase);
        foreach (var surname in words.Where(_givenOf.ContainsKey))
        {
            foreach (var given in _givenOf[surname].Where(words.Contains))
            {
                yield return $"{surname} {given}";
            }
        }
    }

    private void Add(Person person)
    {
        foreach (var surname in new[] { person.BirthName, person.UsageName, person.FormerName }.OfType<string>())
        {
            var given = _givenOf.TryGetValue(surname, out var known) ? known : _givenOf[surname] = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
            given.UnionWith(person.GivenNames.Append(person.EverydayName));
        }

        _texts.UnionWith(person.Emails.Select(Uri.EscapeDataString).Concat(person.Emails));
        _phones.UnionWith(person.Mobiles);
        if (person is { BirthDay: > 0, BirthYear: < Newborn })
        {
            var date = new DateOnly(person.BirthYear, person.BirthMonth, person.BirthDay);
            _texts.UnionWith(new[] { "yyyy-MM-dd", "dd/MM/yyyy" }.Select(form => date.ToString(form, CultureInfo.InvariantCulture)));
        }

        foreach (var home in person.Homes.Append(person.OtherHome).OfType<Home>())
        {
            _texts.Add($"{home.Number} {home.Street}");
            _texts.UnionWith(home.FamilyEmail is { } email ? [email, Uri.EscapeDataString(email)] : []);
            _phones.UnionWith(home.Landline is { } landline ? [landline] : []);
        }
    }

    [GeneratedRegex(@"(?:\+33|0)[ .]?[1-9](?:[ .-]?\d\d){4}(?!\d)")]
    private static partial Regex Numbers();

    [GeneratedRegex(@"[ .-]")]
    private static partial Regex Separators();

    [GeneratedRegex(@"[\p{L}'’-]+")]
    private static partial Regex Words();
}
