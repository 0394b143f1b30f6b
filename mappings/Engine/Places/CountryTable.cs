using System.Collections.Frozen;
using IntegrationHub.Mappings.Engine.Functions.Text;

namespace IntegrationHub.Mappings.Engine.Places;

/// <summary>COG country codes by code, ISO code and name.</summary>
internal static class CountryTable
{
    public const string France = "99100";

    /// <summary>Names as people write them, the three-letter codes met in France, and French territories whose ISO code is their own.</summary>
    private static readonly (string Name, string Code)[] Spoken =
    [
        ("USA", "99404"), ("ETATS UNIS D AMERIQUE", "99404"), ("ANGLETERRE", "99132"), ("GRANDE BRETAGNE", "99132"), ("ECOSSE", "99132"), ("UK", "99132"),
        ("HOLLANDE", "99135"), ("RDC", "99312"), ("REPUBLIQUE DEMOCRATIQUE DU CONGO", "99312"), ("CONGO", "99324"), ("ZAIRE", "99312"),
        ("VIETNAM", "99243"), ("VIET NAM", "99243"), ("RUSSIE", "99123"), ("CHINE", "99216"), ("COREE DU SUD", "99239"), ("TURQUIE", "99208"),
        ("REPUBLIQUE TCHEQUE", "99116"), ("MACEDOINE", "99156"), ("PALESTINE", "99261"), ("BIRMANIE", "99224"), ("SURINAM", "99437"),
        ("FRA", "99100"), ("DEU", "99109"), ("BEL", "99131"), ("CHE", "99140"), ("LUX", "99137"), ("ITA", "99127"), ("ESP", "99134"), ("PRT", "99139"),
        ("GBR", "99132"), ("IRL", "99136"), ("NLD", "99135"), ("POL", "99122"), ("ROU", "99114"), ("BGR", "99111"), ("HUN", "99112"), ("GRC", "99126"),
        ("TUR", "99208"), ("RUS", "99123"), ("UKR", "99155"), ("SRB", "99121"), ("ALB", "99125"), ("MDA", "99151"), ("DZA", "99352"), ("MAR", "99350"),
        ("TUN", "99351"), ("EGY", "99301"), ("SEN", "99341"), ("MLI", "99335"), ("CIV", "99326"), ("CMR", "99322"), ("COG", "99324"), ("COD", "99312"),
        ("GIN", "99330"), ("BEN", "99327"), ("TGO", "99345"), ("NER", "99337"), ("BFA", "99331"), ("MRT", "99336"), ("GAB", "99328"), ("TCD", "99344"),
        ("CAF", "99323"), ("MDG", "99333"), ("COM", "99397"), ("MUS", "99390"), ("DJI", "99399"), ("CPV", "99396"), ("AGO", "99395"), ("HTI", "99410"),
        ("BRA", "99416"), ("COL", "99419"), ("USA", "99404"), ("CAN", "99401"), ("CHN", "99216"), ("VNM", "99243"), ("KHM", "99234"), ("LAO", "99241"),
        ("IND", "99223"), ("PAK", "99213"), ("BGD", "99246"), ("LKA", "99235"), ("AFG", "99212"), ("IRN", "99204"), ("IRQ", "99203"), ("SYR", "99206"),
        ("LBN", "99205"), ("ISR", "99207"), ("JPN", "99217"), ("ARM", "99252"), ("GEO", "99255"),
        ("GP", France), ("MQ", France), ("GF", France), ("RE", France), ("YT", France), ("PM", France), ("WF", France), ("PF", France),
        ("NC", France), ("BL", France), ("MF", France), ("FRANCE METROPOLITAINE", France),
    ];

    private static readonly FrozenDictionary<string, string> Codes = Load();

    /// <summary>Code of a country given by COG code (with or without 99), ISO code of two letters (of three for the usual ones), French or English name; null when it is none.</summary>
    public static string? CodeOf(string text)
    {
        var folded = Fold.Of(text);
        return Codes.GetValueOrDefault(folded) ?? (folded.StartsWith("LA ", StringComparison.Ordinal) || folded.StartsWith("LE ", StringComparison.Ordinal) ? Codes.GetValueOrDefault(folded[3..]) : null);
    }

    private static FrozenDictionary<string, string> Load()
    {
        var codes = new Dictionary<string, string>();
        foreach (var row in EmbeddedTable.Rows("countries.csv"))
        {
            codes[row[0]] = row[0];
            codes[row[0][2..]] = row[0];
            codes[row[1]] = row[0];
            codes[Fold.Of(row[2])] = row[0];
            codes[Fold.Of(row[3])] = row[0];
        }

        foreach (var (name, code) in Spoken)
        {
            codes[name] = code;
        }

        return codes.ToFrozenDictionary();
    }
}
