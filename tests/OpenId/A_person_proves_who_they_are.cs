using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using IntegrationHub.Hub.Contracts;

namespace IntegrationHub.Tests.OpenId;

public sealed class A_person_proves_who_they_are(LoginRig rig) : IClassFixture<LoginRig>
{
    [Theory]
    [InlineData("identite")]
    [InlineData("rs256")]
    public async Task The_portal_learns_the_golden_record_and_its_identity_is_verified(string connection)
    {
        using var portal = await rig.ApplicationAsync(Scope.All);
        using var browser = new PersonsBrowser("ana");
        var first = await LoginRig.SignInAsync(portal, browser, connection);
        var again = await LoginRig.SignInAsync(portal, browser, connection);

        Assert.Equal("vouched", (string)first["state"]!);
        var golden = (string)first["people"]![0]!["golden"]!;
        Assert.Equal(golden, (string)again["people"]![0]!["golden"]!);
        var person = JsonNode.Parse(await portal.GetStringAsync($"/v1/citizens/{golden}"))!;
        Assert.Contains("DUBOIS", person.ToJsonString(), StringComparison.Ordinal);
        Assert.Contains("1962-08-24", person.ToJsonString(), StringComparison.Ordinal);
        Assert.Equal("franceconnect", ((string)person["citizen"]!["verification"]!).ToLowerInvariant());
        Assert.Contains($"franceconnect:{connection}", person.ToJsonString(), StringComparison.Ordinal);
        Assert.Contains(await rig.Node.Stores.Operations.ListAuditAsync(golden, 0, 100, default), row => row.Action == "login" && row.Golden == golden);
    }

    [Fact]
    public async Task A_birth_date_of_which_only_the_year_is_known_stays_so()
    {
        using var portal = await rig.ApplicationAsync(Scope.All);
        using var browser = new PersonsBrowser("karim");
        var golden = (string)(await LoginRig.SignInAsync(portal, browser))["people"]![0]!["golden"]!;

        Assert.Contains("\"1977\"", await portal.GetStringAsync($"/v1/citizens/{golden}"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_generic_provider_goes_the_same_way_and_its_claims_are_declared()
    {
        using var portal = await rig.ApplicationAsync(Scope.Of("generique"));
        using var browser = new PersonsBrowser("ana");
        var outcome = await LoginRig.SignInAsync(portal, browser, "generique");

        Assert.Equal("vouched", (string)outcome["state"]!);
        Assert.DoesNotContain("franceconnect", (await portal.GetStringAsync($"/v1/citizens/{outcome["people"]![0]!["golden"]}")).ToLowerInvariant(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Claims_a_portal_pushes_are_declared_and_none_can_be_pushed_as_the_providers()
    {
        var claims = new { sub = "pushed1", given_name = "Zoé", family_name = "POUSSIN", gender = "female", birthdate = "1980-01-02", birthplace = "75107", birthcountry = "99100", email = "z@example.org", proven = true, verification = "FranceConnect" };
        using var portal = await rig.ApplicationAsync(Scope.Of("portail"), submits: "portail");
        using var pushed = await portal.PostAsJsonAsync("/v1/connections/portail/records/pushed1", claims);
        var golden = (string)JsonNode.Parse(await pushed.Content.ReadAsStringAsync())!["people"]![0]!["golden"]!;
        Assert.NotEqual("franceconnect", ((string?)JsonNode.Parse(await portal.GetStringAsync($"/v1/citizens/{golden}"))!["citizen"]!["verification"])?.ToLowerInvariant());

        using var thief = await rig.ApplicationAsync(Scope.All, submits: "identite");
        using var refused = await thief.PostAsJsonAsync("/v1/connections/identite/records/pushed1", claims);
        Assert.Equal(HttpStatusCode.Forbidden, refused.StatusCode);
    }

    [Fact]
    public async Task Who_gives_up_is_told_so_and_nothing_is_stored()
    {
        using var portal = await rig.ApplicationAsync(Scope.All);
        var before = (await rig.Node.Stores.Reader.CountAsync(default)).Records;
        using var browser = new PersonsBrowser(null);
        var outcome = await LoginRig.SignInAsync(portal, browser);

        Assert.Equal(("failed", "franceconnect.access_denied"), ((string)outcome["state"]!, (string)outcome["code"]!));
        Assert.NotEqual((string)outcome["french"]!, (string)outcome["english"]!);
        Assert.Equal(before, (await rig.Node.Stores.Reader.CountAsync(default)).Records);
    }

    [Fact]
    public async Task New_keys_of_the_provider_are_no_trouble()
    {
        using var portal = await rig.ApplicationAsync(Scope.All);
        using var browser = new PersonsBrowser("ana");
        await LoginRig.SignInAsync(portal, browser);
        await rig.Provider.RotateAsync();

        Assert.Equal("vouched", (string)(await LoginRig.SignInAsync(portal, browser))["state"]!);
    }

    [Fact]
    public async Task Only_who_asked_reads_the_outcome_and_only_against_the_answer()
    {
        using var portal = await rig.ApplicationAsync(Scope.All);
        using var other = await rig.ApplicationAsync(Scope.All);
        using var blind = await rig.ApplicationAsync(Scope.Of("portail"));
        using var browser = new PersonsBrowser("ana");
        var login = (string)(await LoginRig.SignInAsync(portal, browser))["login"]!;

        Assert.Empty(JsonNode.Parse(await portal.GetStringAsync($"/v1/logins/{login}"))!["people"]!.AsArray());
        Assert.Empty(JsonNode.Parse(await portal.GetStringAsync($"/v1/logins/{login}?answer=guessed"))!["people"]!.AsArray());
        Assert.Equal(HttpStatusCode.NotFound, (await other.GetAsync($"/v1/logins/{login}")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await blind.PostAsJsonAsync("/v1/connections/identite/logins", new { })).StatusCode);
        Assert.Equal(HttpStatusCode.BadRequest, (await portal.PostAsJsonAsync("/v1/connections/identite/logins", new { returnTo = "https://ailleurs.example/" })).StatusCode);
    }

    [Fact]
    public async Task At_the_desk_the_browser_stays_on_a_page_of_the_hub()
    {
        using var portal = await rig.ApplicationAsync(Scope.All);
        var (login, address) = await LoginRig.BeginAsync(portal, returnTo: null);
        using var browser = new PersonsBrowser("ana");
        var (end, status, page) = await browser.GoAsync(address);

        Assert.Equal(("/login/left", HttpStatusCode.OK), (end.AbsolutePath, status));
        Assert.Contains("identifié", WebUtility.HtmlDecode(page), StringComparison.Ordinal);
        Assert.NotEmpty(JsonNode.Parse(await portal.GetStringAsync($"/v1/logins/{login}"))!["people"]!.AsArray());
    }
}
