using IntegrationHub.Mappings.Engine.Compiling;
using IntegrationHub.Mappings.Engine.Recognition;
using IntegrationHub.Mdm.Model;

namespace IntegrationHub.Tests.Mappings;

public sealed class Columns_are_recognised_by_name_and_values
{
    [Fact]
    public void A_French_file_with_stray_spaces_and_quotes_maps_whole()
    {
        var (recognized, citizens) = Of(
            "N° fiche| \"Nom de naissance\" |Nom d'usage|Prénoms|Sexe|Date de naissance|Lieu de naissance|E-mail|Tél. portable|Adresse|CP|Ville|Remarque",
            "17|MARTIN|DUPONT|Julie, Anne|F|12/04/1985|Annecy|j@example.org|06 12 34 56 78|5 pl. du Marché|74000|Annecy|rien",
            "18|LE GOFF||Paul|M|01/02/1970|Rennes|p@example.org|0612345679|3 r. Haute|35000|Rennes|");
        var citizen = citizens[0];
        Assert.Equal(("MARTIN", "DUPONT", Sex.Female), (citizen.BirthName, citizen.UsageName, citizen.Sex));
        Assert.Equal(["Julie", "Anne"], citizen.GivenNames);
        Assert.Equal((new PartialDate(1985, 4, 12), "74010"), (citizen.BirthDate!.Value, citizen.BirthPlace!.CommuneCode));
        Assert.Equal(("j@example.org", "+33612345678"), (citizen.Emails[0].Value, citizen.Phones[0].Value));
        Assert.Equal(("5", "place du Marché", "74000", "74010"), (citizen.Addresses[0].HouseNumber, citizen.Addresses[0].Street, citizen.Addresses[0].PostCode, citizen.Addresses[0].CommuneCode));
        Assert.Contains("# left out: Remarque (nothing is known about it)", recognized.Document, StringComparison.Ordinal);
    }

    [Fact]
    public void An_English_file_from_abroad_gets_no_French_communes()
    {
        var (recognized, citizens) = Of(
            "rec_id| given_name| surname| street_number| address_1| address_2| suburb| postcode| state| date_of_birth| soc_sec_id",
            "r1| mitchell| green| 7| wallaby place| delmar| st james| 2119| sa| 19560409| 1804974",
            "r2| harley| mccarthy| 177| pridhamstreet| milton| marsden| 3165| nsw| 19080419| 6089216");
        Assert.Equal(("green", "mitchell", new PartialDate(1956, 4, 9)), (citizens[0].BirthName, citizens[0].GivenNames[0], citizens[0].BirthDate!.Value));
        Assert.Equal(new PostalAddress { HouseNumber = "7", Street = "wallaby place", Complement = "delmar", PostCode = "2119", City = "st james" }, citizens[0].Addresses[0]);
        Assert.Equal([new Identifier("soc_sec_id", "1804974")], citizens[0].Identifiers);
        Assert.Contains("soc_sec_id is taken as an identifier", recognized.Document, StringComparison.Ordinal);
        Assert.Equal("rec_id", recognized.KeyColumn);
    }

    [Theory]
    [InlineData("nir", "1804974")]
    [InlineData("soc_sec_id", "284058832102532")]
    [InlineData("reference", "2 84 05 2A 321 025 52")]
    [InlineData("identifiant", "2840588321025")]
    public void What_looks_like_a_NIR_by_name_or_values_is_never_taken(string header, string value)
    {
        var (recognized, citizens) = Of($"{header}|nom|prenom", $"{value}|DUPONT|Jean");
        Assert.Equal(RecognitionReason.Nir, recognized.Columns[0].Reason);
        Assert.Empty(citizens[0].Identifiers);
        Assert.Null(recognized.KeyColumn);
        Assert.DoesNotContain(value, recognized.Document, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("fname_c1|fname_c2|lname_c1|lname_c2|by|bm|bd", "GERD|PAUL|VON|BAUER|1968|7|27")]
    [InlineData("bd|lname_c2|fname_c2|bm|fname_c1|by|lname_c1", "27|BAUER|PAUL|7|GERD|1968|VON")] // in the order of their numbers, wherever they stand
    public void Parts_of_names_and_dates_are_put_together(string header, string row)
    {
        var citizens = Of(header, row).Citizens;
        Assert.Equal(("VON BAUER", new PartialDate(1968, 7, 27)), (citizens[0].BirthName, citizens[0].BirthDate!.Value));
        Assert.Equal(["GERD", "PAUL"], citizens[0].GivenNames);
    }

    [Fact]
    public void The_sample_tells_month_first_dates_and_single_name_columns()
    {
        var citizens = Of("nom|naissance", "LE GOFF Marie|03/21/1954", "DUPONT Jean|12/25/1960").Citizens;
        Assert.Equal(("LE GOFF", "Marie", new PartialDate(1954, 3, 21)), (citizens[0].BirthName, citizens[0].GivenNames[0], citizens[0].BirthDate!.Value));
    }

    [Fact]
    public void Companies_among_people_go_to_the_organisations()
    {
        var (recognized, _) = Of("nom|prenom|raison_sociale|siret", "DUPONT|Jean||", "||SARL LES CHENES|73282932000074");
        var mapping = MappingCompiler.Compile(recognized.Document).Mapping!;
        var mapped = Rows.Of("nom|prenom|raison_sociale|siret", "DUPONT|Jean||", "||SARL LES CHENES|73282932000074").ConvertAll(r => mapping.Map("f", r, Mapped.Received));
        Assert.Equal((1, 0), (mapped[0].Citizens.Count, mapped[0].Organisations.Count));
        Assert.Equal((0, "732829320"), (mapped[1].Citizens.Count, mapped[1].Organisations[0].Organisation.Siren));
    }

    [Fact]
    public void Whoever_works_for_a_company_is_a_person_and_the_company_alone_is_none()
    {
        var (recognized, _) = Of("nom|prenom|société|email", "LEFEBVRE|Sandrine|SARL MARTIN|s@martin.fr", "||SARL LES CHENES|contact@chenes.fr");
        var mapping = MappingCompiler.Compile(recognized.Document).Mapping!;
        var mapped = Rows.Of("nom|prenom|société|email", "LEFEBVRE|Sandrine|SARL MARTIN|s@martin.fr", "||SARL LES CHENES|contact@chenes.fr").ConvertAll(r => mapping.Map("f", r, Mapped.Received));
        Assert.Equal(("LEFEBVRE", "SARL MARTIN"), (mapped[0].Citizens.Single().Citizen.BirthName ?? mapped[0].Citizens.Single().Citizen.UsageName, mapped[0].Organisations.Single().Organisation.Name));
        Assert.Equal((0, 1), (mapped[1].Citizens.Count, mapped[1].Organisations.Count));
    }

    /// <summary>A column that says yes or no would make everybody who says yes one person.</summary>
    [Theory]
    [InlineData("oui", "non", RecognitionReason.ValuesDeny)]
    [InlineData("1", "0", RecognitionReason.ValuesDeny)]
    [InlineData("17", "23", RecognitionReason.Identifier)]
    public void An_identifier_tells_people_apart(string one, string other, RecognitionReason expected)
    {
        var rows = Enumerable.Range(0, 200).Select(i => $"MARTIN{(char)('A' + (i % 26))}|{(i % 2 == 0 ? one : other)}{(expected == RecognitionReason.Identifier ? i / 4 : "")}");
        var recognized = ColumnRecognizer.Recognize(Rows.Of("nom|numero_passeport", [.. rows]), new RecognitionOptions());
        Assert.Equal(expected, recognized.Columns.Single(c => c.Column == "numero_passeport").Reason);
    }

    [Fact]
    public void A_hidden_column_is_not_seen_and_a_repeated_id_is_no_key()
    {
        var records = Rows.Of("cluster|id|nom", "1|7|DUPONT", "1|7|MARTIN");
        var recognized = ColumnRecognizer.Recognize(records, new RecognitionOptions { Hidden = [" Cluster "] });
        Assert.Equal([RecognitionReason.Hidden, RecognitionReason.ValuesDeny, RecognitionReason.ByName], recognized.Columns.Select(c => c.Reason));
        Assert.DoesNotContain("cluster", recognized.Document, StringComparison.Ordinal);
        Assert.Null(recognized.KeyColumn);
    }

    [Fact]
    public void A_file_about_nobody_says_so()
    {
        var recognized = ColumnRecognizer.Recognize(Rows.Of("a|b", "1|2"), new RecognitionOptions());
        Assert.False(recognized.NamesPeople);
        Assert.Contains("no column says who the records are about", recognized.Document, StringComparison.Ordinal);
    }

    private static (RecognizedMapping Recognized, List<Citizen> Citizens) Of(string header, params string[] rows)
    {
        var records = Rows.Of(header, rows);
        var recognized = ColumnRecognizer.Recognize(records, new RecognitionOptions { Name = "test file" });
        var compiled = MappingCompiler.Compile(recognized.Document, "proposed.yaml");
        Assert.Empty(compiled.Errors);
        return (recognized, [.. records.SelectMany(r => compiled.Mapping!.Map("f", r, Mapped.Received).Citizens.Select(c => c.Citizen))]);
    }
}
