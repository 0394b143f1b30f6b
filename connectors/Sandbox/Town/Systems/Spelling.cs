using IntegrationHub.Connectors.Sandbox.Town.Errors;
using IntegrationHub.Connectors.Sandbox.Town.Facts;
using IntegrationHub.Connectors.Sandbox.Town.Population;

namespace IntegrationHub.Connectors.Sandbox.Town.Systems;

/// <summary>How a clerk writes names.</summary>
internal static class Spelling
{
    private static readonly string[] Particles = ["de La ", "de ", "du ", "des ", "d'", "Le ", "La ", "El ", "Ben ", "Ait "];

    public static string Surname(string name, Mishaps mishaps)
    {
        var particle = Array.Find(Particles, start => name.StartsWith(start, StringComparison.Ordinal));
        if (mishaps.Happens(ErrorKind.ParticleDropped, particle is not null))
        {
            name = name[particle!.Length..];
        }
        else if (mishaps.Happens(ErrorKind.ParticleAttached, particle is not null))
        {
            var rest = particle!.Replace(" ", "", StringComparison.Ordinal).Replace("'", "", StringComparison.Ordinal) + name[particle.Length..];
            name = char.ToUpperInvariant(rest[0]) + rest[1..].ToLowerInvariant();
        }

        return name;
    }

    public static string Half(string name, Mishaps mishaps, bool isDouble)
    {
        if (!mishaps.Happens(ErrorKind.HalfOfDoubleName, isDouble))
        {
            return name;
        }

        var cut = name.IndexOf('-', StringComparison.Ordinal);
        cut = cut < 0 ? name.LastIndexOf(' ') : cut;
        return cut <= 1 ? name : mishaps.Details(ErrorKind.HalfOfDoubleName).Chance(0.7) ? name[..cut] : name[(cut + 1)..];
    }

    public static List<string> GivenNames(Person person, Mishaps mishaps)
    {
        var all = person.GivenNames.ToList();
        if (mishaps.Happens(ErrorKind.EverydayName, person.EverydayName != all[0]))
        {
            _ = all.Remove(person.EverydayName);
            all.Insert(0, person.EverydayName);
        }

        if (mishaps.Happens(ErrorKind.OneGivenName, all.Count > 1))
        {
            all.RemoveRange(1, all.Count - 1);
        }

        if (mishaps.Happens(ErrorKind.Initial))
        {
            all = [all[0].Contains('-', StringComparison.Ordinal) ? $"{all[0][0]}-{all[0][all[0].IndexOf('-', StringComparison.Ordinal) + 1]}" : $"{all[0][0]}."];
        }
        else if (mishaps.Happens(ErrorKind.Nickname, FactTables.Instance.GivenNames.Nicknames.ContainsKey(all[0])))
        {
            all[0] = FactTables.Instance.GivenNames.Nicknames[all[0]];
        }
        else if (mishaps.Happens(ErrorKind.GivenNameTypo, all[0].Length > 2))
        {
            all[0] = Slip.In(all[0], mishaps.Details(ErrorKind.GivenNameTypo));
        }

        return all;
    }
}
