using IntegrationHub.Mdm.Matching.Documents;
using IntegrationHub.Mdm.Matching.Values;

namespace IntegrationHub.Mdm.Matching.Training;

/// <summary>A frequency table adjusts the level whose u is the average over all values: its reference is that u.</summary>
internal static class References
{
    private static readonly Dictionary<Domain, (string Comparison, string Level)> Levels = new()
    {
        [Domain.Surname] = ("surname", "same"),
        [Domain.GivenName] = ("givenName", "same"),
        [Domain.Email] = ("email", "same"),
        [Domain.Phone] = ("phone", "same"),
        [Domain.Place] = ("birthPlace", "same"),
        [Domain.PostCode] = ("address", "same-locality"),
        [Domain.City] = ("address", "same-locality"),
        [Domain.Text1] = ("text1", "same"),
        [Domain.Text2] = ("text2", "same"),
        [Domain.Text3] = ("text3", "same"),
        [Domain.Code1] = ("code1", "same"),
        [Domain.Code2] = ("code2", "same"),
        [Domain.Number1] = ("number1", "same"),
        [Domain.Number2] = ("number2", "same"),
    };

    public static IReadOnlyDictionary<Domain, FrequencyTable> Set(ModelSettings settings, double[][] u)
    {
        var tables = new Dictionary<Domain, FrequencyTable>();
        foreach (var (domain, table) in settings.Frequencies)
        {
            var (comparison, level) = Levels[domain];
            var position = settings.Comparisons.ToList().FindIndex(c => c.Comparator.Name == comparison);
            if (position >= 0)
            {
                var index = settings.Comparisons[position].Comparator.Levels.ToList().IndexOf(level);
                tables[domain] = table with { Reference = u[position][index] };
            }
        }

        return tables;
    }
}
