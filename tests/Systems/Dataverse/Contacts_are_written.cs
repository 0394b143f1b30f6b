using System.Text.Json.Nodes;
using IntegrationHub.Connectors.Abstractions;
using IntegrationHub.Connectors.Crm.Dataverse;
using static IntegrationHub.Tests.Systems.Dataverse.ContactRig;

namespace IntegrationHub.Tests.Systems.Dataverse;

public sealed class Contacts_are_written
{
    [Fact]
    public async Task A_contact_of_the_crm_is_updated_under_its_own_id_and_stamped_with_the_golden_id()
    {
        await using var rig = await ContactRig.StartAsync();
        var id = Guid.NewGuid().ToString();
        await rig.Dynamics.SendAsync("PATCH", $"contacts({id})", """{"lastname":"Dupont","telephone1":"0450"}""");

        var written = await rig.WriteAsync(Person("G1", """{"lastname":"Martin"}""", id));
        var row = await rig.ContactAsync(id);

        Assert.Equal((SinkEffect.Updated, id), (written.Effect, written.ForeignKey));
        Assert.Equal(("Martin", "0450", "G1"), (row!["lastname"]!.ToString(), row["telephone1"]!.ToString(), row["gru_goldenid"]!.ToString()));
        Assert.Equal(2, rig.Dynamics.Server.Changes);
    }

    [Fact]
    public async Task Only_changed_columns_are_sent_and_a_cleared_one_is_emptied()
    {
        await using var rig = await ContactRig.StartAsync();
        var made = await rig.WriteAsync(Person("G1", """{"lastname":"Dupont","firstname":"Marie","emailaddress1":"m@example.org"}"""));
        await rig.Dynamics.SendAsync("PATCH", $"contacts({made.ForeignKey})", """{"firstname":"Marie-Claire"}""");

        await rig.WriteAsync(Person("G1", """{"lastname":"Martin","firstname":"Marie","emailaddress1":null}""", made.ForeignKey, "lastname", "emailaddress1"));
        var row = await rig.ContactAsync(made.ForeignKey);

        Assert.Equal(("Martin", "Marie-Claire", null), (row!["lastname"]!.ToString(), row["firstname"]!.ToString(), row["emailaddress1"]));
    }

    [Fact]
    public async Task What_does_not_fit_is_cut_and_said_so_and_the_row_is_told_as_it_stands()
    {
        await using var rig = await ContactRig.StartAsync();
        var name = string.Join('-', Enumerable.Repeat("Montmorency", 6));

        var written = await rig.WriteAsync(Person("G1", $$"""{"lastname":"{{name}}"}"""));
        var stored = JsonNode.Parse(written.Stored!.Body.Span)!;

        Assert.Equal([new SinkIssue("lastname", "length.cut")], written.Issues);
        Assert.Equal((name[..50], written.ForeignKey), (stored["lastname"]!.ToString(), written.Stored.Key));
    }

    [Fact]
    public async Task A_refusal_of_contact_always_wins()
    {
        await using var rig = await ContactRig.StartAsync();
        var id = Guid.NewGuid().ToString();
        await rig.Dynamics.SendAsync("PATCH", $"contacts({id})", """{"lastname":"Dupont","donotemail":true}""");

        var granted = await rig.WriteAsync(Person("G1", """{"lastname":"Dupont","donotemail":false,"donotphone":true}""", id));
        var refused = await rig.ContactAsync(id);
        await rig.WriteAsync(Person("G1", """{"lastname":"Dupont","donotphone":false}""", id, "donotphone") with { Ours = new HashSet<string> { "donotphone" } });
        var after = await rig.ContactAsync(id);

        Assert.Equal(["donotemail"], granted.Left);
        Assert.Equal((true, true), ((bool)refused!["donotemail"]!, (bool)refused["donotphone"]!));
        Assert.Equal((true, false), ((bool)after!["donotemail"]!, (bool)after["donotphone"]!));
    }

    [Fact]
    public async Task A_dead_persons_contact_is_inactive_and_one_who_is_not_dead_after_all_comes_back()
    {
        await using var rig = await ContactRig.StartAsync();
        var made = await rig.WriteAsync(Person("G1", """{"lastname":"Dupont","statecode":1}"""));
        var dead = await rig.ContactAsync(made.ForeignKey);
        await rig.WriteAsync(Person("G1", """{"lastname":"Dupont","statecode":null}""", made.ForeignKey, "statecode"));
        var alive = await rig.ContactAsync(made.ForeignKey);

        Assert.Equal((1, 2, 0, 1), ((int)dead!["statecode"]!, (int)dead["statuscode"]!, (int)alive!["statecode"]!, (int)alive["statuscode"]!));
    }

    [Fact]
    public async Task A_contact_deleted_there_meanwhile_is_made_anew_under_its_key()
    {
        await using var rig = await ContactRig.StartAsync();
        var made = await rig.WriteAsync(Person("G1", """{"lastname":"Dupont","firstname":"Marie"}"""));
        await rig.Dynamics.SendAsync("DELETE", $"contacts({made.ForeignKey})");

        var again = await rig.WriteAsync(Person("G1", """{"lastname":"Martin","firstname":"Marie"}""", made.ForeignKey, "lastname"));

        Assert.Equal(SinkEffect.Created, again.Effect);
        Assert.Equal("Marie", (await rig.ContactAsync(again.ForeignKey))!["firstname"]!.ToString());
    }

    [Fact]
    public async Task A_duplicate_that_Dynamics_detects_parks_the_record_by_its_code()
    {
        await using var rig = await ContactRig.StartAsync(new DataverseWriteSettings { DetectDuplicates = true });
        await rig.WriteAsync(Person("G1", """{"lastname":"Dupont","firstname":"Marie","emailaddress1":"m@example.org"}"""));

        var refused = await rig.RefusedAsync(Person("G2", """{"lastname":"Dupont","firstname":"Marie","emailaddress1":"m@example.org"}"""));

        Assert.Equal((FailureKind.Refused, "dataverse.duplicate"), (refused.Kind, refused.Code));
    }

    [Fact]
    public async Task Erasure_deletes_or_makes_the_contact_nobodys()
    {
        await using var deleting = await ContactRig.StartAsync();
        var made = await deleting.WriteAsync(Person("G1", """{"lastname":"Dupont"}"""));
        await deleting.WriteAsync(Gone("G1", made.ForeignKey, Leaving.Erased));
        Assert.Null(await deleting.ContactAsync(made.ForeignKey));

        await using var keeping = await ContactRig.StartAsync(new DataverseWriteSettings { Erasure = DataverseErasure.Anonymise });
        made = await keeping.WriteAsync(Person("G1", """{"lastname":"Dupont","firstname":"Marie","birthdate":"1954-03-21","gru_birthdate_raw":"1954-03-21","donotemail":true}"""));
        await keeping.WriteAsync(Gone("G1", made.ForeignKey, Leaving.Erased));
        var row = (await keeping.ContactAsync(made.ForeignKey))!;
        Assert.Equal((1, true), ((int)row["statecode"]!, (bool)row["donotemail"]!));
        Assert.DoesNotContain("Dupont", row.ToJsonString(), StringComparison.Ordinal);
        Assert.All(["firstname", "birthdate", "gru_birthdate_raw", "gru_goldenid"], column => Assert.Null(row[column]));
    }

    [Theory]
    [InlineData(DataverseLeaving.Deactivate, Leaving.Gone, "1")]
    [InlineData(DataverseLeaving.Keep, Leaving.Gone, "0")]
    [InlineData(DataverseLeaving.Keep, Leaving.Restricted, "1")]
    [InlineData(DataverseLeaving.Delete, Leaving.Gone, null)]
    public async Task Who_leaves_is_treated_as_the_setting_says_and_who_is_restricted_is_inactive(DataverseLeaving setting, Leaving leaving, string? state)
    {
        await using var rig = await ContactRig.StartAsync(new DataverseWriteSettings { Leaving = setting });
        var made = await rig.WriteAsync(Person("G1", """{"lastname":"Dupont"}"""));
        await rig.WriteAsync(Gone("G1", made.ForeignKey, leaving));

        Assert.Equal(state, (await rig.ContactAsync(made.ForeignKey))?["statecode"]!.ToString());
    }

    private static OutgoingRecord Gone(string golden, string? id, Leaving leaving) =>
        new() { DeliveryId = "gone", Key = golden, ForeignKey = id, Version = 2, Deleted = true, Leaving = leaving };
}
