using System.Net.Http.Headers;
using System.Text;

namespace IntegrationHub.Tests.Systems.Dataverse;

public sealed class The_fake_writes_as_Dataverse_does
{
    private const string Golden = "contacts(gru_goldenid='7ZK3Q0AM4')";

    [Fact]
    public async Task An_upsert_by_the_alternate_key_creates_once_then_updates()
    {
        await using var rig = await DataverseRig.StartAsync();

        var (created, made, _) = await rig.SendAsync("PATCH", Golden + "?$select=contactid", """{"lastname":"Dupont"}""", ("Prefer", "return=representation"));
        var (updated, again, _) = await rig.SendAsync("PATCH", Golden + "?$select=contactid", """{"lastname":"Martin"}""", ("Prefer", "return=representation"));
        var (quiet, _, headers) = await rig.SendAsync("PATCH", Golden, """{"lastname":"Martin"}""");

        Assert.Equal((201, 200, 204), (created, updated, quiet));
        Assert.Equal(made["contactid"]!.ToString(), again["contactid"]!.ToString());
        Assert.EndsWith(Golden, headers.GetValues("OData-EntityId").Single(), StringComparison.Ordinal);
        Assert.Equal(2, rig.Server.Changes);
        var (_, read, _) = await rig.SendAsync("GET", Golden + "?$select=lastname,gru_goldenid");
        Assert.Equal(("Martin", "7ZK3Q0AM4"), (read["lastname"]!.ToString(), read["gru_goldenid"]!.ToString()));
    }

    [Fact]
    public async Task Conditions_choose_between_create_and_update()
    {
        await using var rig = await DataverseRig.StartAsync();

        Assert.Equal((404, "0x80060891"), await rig.RefusedAsync("PATCH", Golden, """{"lastname":"Dupont"}""", ("If-Match", "*")));
        Assert.Equal(204, (await rig.SendAsync("PATCH", Golden, """{"lastname":"Dupont"}""", ("If-None-Match", "*"))).Status);
        Assert.Equal((412, "0x80040237"), await rig.RefusedAsync("PATCH", Golden, """{"lastname":"Dupont"}""", ("If-None-Match", "*")));
        Assert.Equal((412, "0x80060882"), await rig.RefusedAsync("PATCH", Golden, """{"lastname":"Dupond"}""", ("If-Match", "W/\"1\"")));
        var (_, read, _) = await rig.SendAsync("GET", Golden);
        Assert.Equal(204, (await rig.SendAsync("PATCH", Golden, """{"lastname":"Dupond"}""", ("If-Match", read["@odata.etag"]!.ToString()))).Status);
    }

    [Theory]
    [InlineData("""{"lastname":"123456789012345678901234567890123456789012345678901"}""", "0x80044331")]
    [InlineData("""{"lastname":"Dupont","gendercode":7}""", "0x80040203")]
    [InlineData("""{"lastname":"Dupont","birthdate":"1977-00-00"}""", "0x80048d19")]
    [InlineData("""{"lastname":"Dupont","nosuch":"x"}""", "0x80048d19")]
    [InlineData("""{"firstname":"Marie"}""", "0x80040203")]
    [InlineData("""["no object"]""", "0x80048d19")]
    public async Task A_payload_that_breaks_a_rule_is_refused_with_its_code(string payload, string code)
    {
        await using var rig = await DataverseRig.StartAsync();

        Assert.Equal((400, code), await rig.RefusedAsync("PATCH", Golden, payload));
        Assert.Equal(0, rig.Server.Changes);
    }

    [Fact]
    public async Task Duplicates_are_detected_only_when_the_write_asks_for_it()
    {
        await using var rig = await DataverseRig.StartAsync();
        const string Same = """{"lastname":"Dupont","firstname":"Marie","emailaddress1":"m@example.org"}""";
        await rig.SendAsync("PATCH", Golden, Same);

        Assert.Equal((412, "0x80040333"), await rig.RefusedAsync("POST", "contacts", Same, ("MSCRM.SuppressDuplicateDetection", "false")));
        Assert.Equal(204, (await rig.SendAsync("POST", "contacts", Same)).Status);
        Assert.Equal((412, "0x80060892"), await rig.RefusedAsync("POST", "contacts", """{"lastname":"X","gru_goldenid":"7ZK3Q0AM4"}"""));
    }

    [Fact]
    public async Task A_merge_keeps_the_target_and_deactivates_the_subordinate_for_good()
    {
        await using var rig = await DataverseRig.StartAsync();
        var (kept, retired) = (Guid.NewGuid(), Guid.NewGuid());
        await rig.SendAsync("PATCH", $"contacts({kept})", """{"lastname":"Dupont"}""");
        await rig.SendAsync("PATCH", $"contacts({retired})", """{"lastname":"Dupond"}""");
        var merge = $$"""
            {"Target":{"contactid":"{{kept}}","@odata.type":"Microsoft.Dynamics.CRM.contact"},"Subordinate":{"contactid":"{{retired}}","@odata.type":"Microsoft.Dynamics.CRM.contact"},
             "UpdateContent":{"firstname":"Marie","@odata.type":"Microsoft.Dynamics.CRM.contact"},"PerformParentingChecks":false}
            """;

        Assert.Equal(204, (await rig.SendAsync("POST", "Merge", merge)).Status);
        var (_, slave, _) = await rig.SendAsync("GET", $"contacts({retired})");
        var (_, master, _) = await rig.SendAsync("GET", $"contacts({kept})");

        Assert.Equal(("1", "true", kept.ToString()), (slave["statecode"]!.ToString(), slave["merged"]!.ToString(), slave["_masterid_value"]!.ToString()));
        Assert.Equal("Marie Dupont", master["fullname"]!.ToString());
        Assert.Equal((400, "0x80040203"), await rig.RefusedAsync("POST", "Merge", merge));
    }

    [Fact]
    public async Task A_batch_answers_part_by_part_and_a_change_set_is_all_or_nothing()
    {
        await using var rig = await DataverseRig.StartAsync();
        var batch = string.Join("\r\n",
        [
            "--batch_1", "Content-Type: multipart/mixed; boundary=\"set_1\"", "",
            "--set_1", "Content-Type: application/http", "Content-Transfer-Encoding: binary", "Content-ID: 1", "",
            "PATCH /api/data/v9.2/contacts(gru_goldenid='A1') HTTP/1.1", "Content-Type: application/json", "", """{"lastname":"Dupont"}""",
            "--set_1", "Content-Type: application/http", "Content-Transfer-Encoding: binary", "Content-ID: 2", "",
            "PATCH /api/data/v9.2/contacts(gru_goldenid='A2') HTTP/1.1", "Content-Type: application/json", "", """{"gendercode":9,"lastname":"X"}""",
            "--set_1--",
            "--batch_1", "Content-Type: application/http", "Content-Transfer-Encoding: binary", "",
            "PATCH /api/data/v9.2/contacts(gru_goldenid='A3') HTTP/1.1", "Content-Type: application/json", "", """{"lastname":"Martin"}""",
            "--batch_1", "Content-Type: application/http", "Content-Transfer-Encoding: binary", "",
            "GET /api/data/v9.2/contacts(gru_goldenid='A1') HTTP/1.1", "Accept: application/json", "", "",
            "--batch_1--", "",
        ]);
        using var request = new HttpRequestMessage(HttpMethod.Post, "$batch") { Content = new ByteArrayContent(Encoding.UTF8.GetBytes(batch)) };
        request.Content.Headers.ContentType = MediaTypeHeaderValue.Parse("multipart/mixed; boundary=\"batch_1\"");
        request.Headers.TryAddWithoutValidation("Prefer", "odata.continue-on-error");

        using var answer = await rig.Client.SendAsync(request);
        var text = await answer.Content.ReadAsStringAsync();

        Assert.Equal("multipart/mixed", answer.Content.Headers.ContentType!.MediaType);
        Assert.Equal(["HTTP/1.1 400", "HTTP/1.1 204", "HTTP/1.1 404"], text.Split("\r\n").Where(line => line.StartsWith("HTTP/1.1 ", StringComparison.Ordinal)).Select(line => line[..12]));
        Assert.Equal(1, rig.Server.Changes);
    }
}
