using IntegrationHub.Connectors.Sandbox.Town;
using IntegrationHub.Connectors.Sandbox.Town.Errors;
using IntegrationHub.Connectors.Sandbox.Town.Files;
using IntegrationHub.Connectors.Sandbox.Town.Systems;

namespace IntegrationHub.Tests.Sandbox;

/// <summary>A row as somebody who compares sees it: normalised, without the truth.</summary>
internal sealed record Seen(string Person, TownSystem System, string Birth, string Usage, string Given, CivilDay? Date, string Email, string Phone, string Address)
{
    public static Seen Of(TownRow row)
    {
        var (birth, usage, given) = FlatFile.Names(row);
        var said = row.Statement;
        var words = said.Street.Length == 0 ? "" : Normal(said.Street).Split(' ')[^1];
        var first = row.System == TownSystem.Finance ? given.Split(' ')[0] : said.GivenNames[0];
        return new Seen(said.Person, row.System, Normal(birth), Normal(usage), Normal(first), said.BirthDate, said.Email, said.Phone,
            words.Length == 0 ? "" : $"{said.Number} {words[..Math.Min(3, words.Length)]} {said.PostCode}");
    }

    public static string Normal(string text) => Fold.Accents(text).ToUpperInvariant().Replace('-', ' ').Replace('\'', ' ');

    /// <summary>The join everybody writes first.</summary>
    public bool Joins(Seen other) => Birth.Length > 0 && Birth == other.Birth && Given == other.Given && Date is not null && Date == other.Date;

    /// <summary>What a patient agent accepts: alike names, and one more thing that agrees; or every name alike and the name not frequent.</summary>
    public bool Convinces(Seen other, Func<Seen, bool> rare)
    {
        var agreeing = (Date is { Year: > 1900 } && Date == other.Date ? 1 : 0) + (Email.Length > 0 && Email == other.Email ? 1 : 0)
            + (Phone.Length > 0 && Phone == other.Phone ? 1 : 0) + (Address.Length > 0 && Address == other.Address ? 1 : 0);
        var surname = Names().Any(mine => other.Names().Any(theirs => Alike(mine, theirs)));
        var given = Alike(Given, other.Given) || (Given.Length > 0 && other.Given.Length > 0 && Given[0] == other.Given[0] && (Given.Length < 4 || other.Given.Length < 4));
        var swapped = Names().Any(mine => Alike(mine, other.Given)) || other.Names().Any(theirs => Alike(theirs, Given));
        return agreeing switch
        {
            0 => surname && given && rare(this),
            1 => (surname && given) || swapped,
            _ => surname || given || swapped,
        };
    }

    private IEnumerable<string> Names() => new[] { Birth, Usage }.Where(name => name.Length > 0);

    /// <summary>Equal, one within the other, or at most two letters apart.</summary>
    private static bool Alike(string one, string other)
    {
        if (one.Length < 3 || other.Length < 3)
        {
            return one == other;
        }

        return one.Contains(other, StringComparison.Ordinal) || other.Contains(one, StringComparison.Ordinal) || Distance(one, other) <= 2;
    }

    private static int Distance(string one, string other)
    {
        var row = Enumerable.Range(0, other.Length + 1).ToArray();
        for (var i = 1; i <= one.Length; i++)
        {
            var diagonal = row[0];
            row[0] = i;
            for (var j = 1; j <= other.Length; j++)
            {
                var cost = Math.Min(Math.Min(row[j], row[j - 1]) + 1, diagonal + (one[i - 1] == other[j - 1] ? 0 : 1));
                (diagonal, row[j]) = (row[j], cost);
            }
        }

        return row[^1];
    }
}
