using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using FsCheck;
using FsCheck.Fluent;
using IntegrationHub.Connectors.Abstractions.Privacy;

namespace IntegrationHub.Tests.Connectors.Privacy;

public sealed class Forbidden_fields
{
    [Theory]
    [InlineData("nir")]
    [InlineData("NIR")]
    [InlineData("N° sécu")]
    [InlineData("numeroSecuriteSociale")]
    [InlineData("NUMERO_SECURITE_SOCIALE_MERE")]
    [InlineData("NUMSECU")]
    [InlineData("socialSecurityNumber")]
    [InlineData("iban")]
    [InlineData("IBANClient")]
    [InlineData("rib_2")]
    [InlineData("code_banque")]
    [InlineData("bankAccountHolder")]
    [InlineData("messageBody")]
    [InlineData("Contenu du message")]
    [InlineData("contentBytes")]
    public void A_column_of_this_name_is_forbidden(string name) => Assert.True(ForbiddenFields.Default.Names(name));

    [Theory]
    [InlineData("nom")]
    [InlineData("souvenir")]
    [InlineData("tribunal")]
    [InlineData("contribution")]
    [InlineData("bicyclette")]
    [InlineData("code_insee")]
    [InlineData("commune_insee")]
    [InlineData("messageId")]
    [InlineData("contentType")]
    [InlineData("date_of_birth")]
    [InlineData("soc_sec_id")]
    [InlineData("Ligne_5")]
    public void A_column_of_this_name_is_not(string name) => Assert.False(ForbiddenFields.Default.Names(name));

    [Theory]
    [InlineData("""{"nom":"x","nir":"1"}""", """{"nom":"x"}""")]
    [InlineData("""{"nir":"1","nom":"x"}""", """{"nom":"x"}""")]
    [InlineData("""{ "nom" : "x" , "nir" : 1 }""", """{ "nom" : "x"  }""")]
    [InlineData("""{"iban":"a","nir":"1"}""", "{}")]
    [InlineData("""{"a":{"b":[{"rib":{"cle":1},"c":2}]}}""", """{"a":{"b":[{"c":2}]}}""")]
    [InlineData("""{"content":"text","id":1}""", """{"id":1}""")]
    [InlineData("""{"content":{"mimeType":"text/plain","contentBytes":"QUJD"}}""", """{"content":{"mimeType":"text/plain"}}""")]
    [InlineData("""{"ref":"284058832102532"}""", "{}")]
    [InlineData("""{"ref":284058832102532}""", "{}")]
    [InlineData("""{"ref":"2 84 05 88 321 025 32","a":1}""", """{"a":1}""")]
    [InlineData("""{"ref":"2840588321025"}""", "{}")]
    [InlineData("""{"ref":"284052A32102552"}""", "{}")]
    [InlineData("""{"refs":["a","284058832102532","b"]}""", """{"refs":["a",null,"b"]}""")]
    [InlineData("""{"ref":"FR76 3000 6000 0112 3456 7890 189"}""", "{}")]
    [InlineData("""{"note":"compte FR7630006000011234567890189, sécu 284058832102532 !"}""", """{"note":"compte ***************************, sécu *************** !"}""")]
    [InlineData("""{"note":"\u0032840588321025\u00332"}""", "{}")]
    public void It_leaves_and_the_rest_keeps_its_bytes(string body, string expected) => Assert.Equal(expected, Remove(body));

    [Theory]
    [InlineData("""{ "nom":  "Zoé\u00e9" ,"n":1.50}""")]
    [InlineData("""{"ref":"284058832102533"}""")]
    [InlineData("""{"siret":"21330063500017","tel":"0033380123456","ms":1709312345678}""")]
    [InlineData("""{"iban_like":"FR7630006000011234567890188"}""")]
    public void A_body_without_one_is_the_very_same_bytes(string body)
    {
        var bytes = (ReadOnlyMemory<byte>)Encoding.UTF8.GetBytes(body);
        var expected = body.Contains("iban", StringComparison.Ordinal) ? ForbiddenFields.Of(["nir"]) : ForbiddenFields.Default;

        Assert.True(expected.TryRemove(bytes, out var cleaned));
        Assert.Equal(bytes, cleaned);
    }

    [Theory]
    [InlineData("284058832102532")]
    [InlineData("284052A32102552")]
    [InlineData("284052B32102579")]
    [InlineData("284202B32102528")]
    [InlineData("284992B32102531")]
    [InlineData("255081416802538")]
    public void Every_shape_of_a_NIR_is_masked_in_a_rejected_line(string nir) =>
        Assert.Equal("1;Dupont;***************;x", Encoding.UTF8.GetString(ForbiddenFields.Default.Mask(Encoding.UTF8.GetBytes($"1;Dupont;{nir};x")).Span));

    [Theory]
    [InlineData("")]
    [InlineData("{")]
    [InlineData("""{"nir":"1"}}""")]
    [InlineData("<nir>1</nir>")]
    public void What_is_no_JSON_cannot_be_cleaned(string body)
    {
        Assert.False(ForbiddenFields.Default.TryRemove(Encoding.UTF8.GetBytes(body), out _));
        Assert.False(ForbiddenFields.None.TryRemove(Encoding.UTF8.GetBytes(body), out _));
    }

    [Fact]
    public void A_connection_can_forbid_more_and_lift_what_it_may()
    {
        var forbidden = ForbiddenFields.Of(["nir", "religion"]);

        Assert.True(forbidden.Names("religionMère"));
        Assert.False(forbidden.Names("iban"));
        Assert.True(forbidden.TryRemove(Encoding.UTF8.GetBytes("""{"iban":"FR7630006000011234567890189"}"""), out var kept));
        Assert.Equal(38, kept.Length);
    }

    [Fact]
    public void Whatever_the_body_it_stays_JSON_without_forbidden_names() => Prop.ForAll(
        Bodies(3).ToArbitrary(),
        body =>
        {
            Assert.True(ForbiddenFields.Default.TryRemove(Encoding.UTF8.GetBytes(body.ToJsonString(new JsonSerializerOptions { WriteIndented = body.ToJsonString().Length % 2 == 0 })), out var cleaned));
            var expected = (JsonObject)body.DeepClone();
            Strip(expected);
            Assert.True(JsonNode.DeepEquals(expected, JsonNode.Parse(cleaned.Span)));
        }).QuickCheckThrowOnFailure();

    private static Gen<JsonObject> Bodies(int depth) =>
        Gen.Elements("nom", "nir", "iban", "rib", "ville", "b", "c").Zip(Values(depth)).ListOf()
            .Select(entries => new JsonObject(entries.DistinctBy(entry => entry.Item1).Select(entry => KeyValuePair.Create(entry.Item1, entry.Item2?.DeepClone()))));

    private static Gen<JsonNode?> Values(int depth)
    {
        var leaves = Gen.Elements<JsonNode?>("x", "", 1, true, null, "a, \"b\"", "}");
        return depth == 0
            ? leaves
            : Gen.OneOf(leaves, Bodies(depth - 1).Select(body => (JsonNode?)body), Bodies(depth - 1).Select(body => (JsonNode?)new JsonArray(1, body, "x")));
    }

    private static void Strip(JsonNode? node)
    {
        if (node is JsonObject body)
        {
            foreach (var name in new[] { "nir", "iban", "rib" })
            {
                body.Remove(name);
            }

            body.Select(property => property.Value).ToList().ForEach(Strip);
        }
        else if (node is JsonArray items)
        {
            items.ToList().ForEach(Strip);
        }
    }

    private static string Remove(string body)
    {
        Assert.True(ForbiddenFields.Default.TryRemove(Encoding.UTF8.GetBytes(body), out var cleaned));
        return Encoding.UTF8.GetString(cleaned.Span);
    }
}
