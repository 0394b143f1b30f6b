using IntegrationHub.Mdm.Model;

namespace IntegrationHub.Tests.Hub.Echo;

public sealed class What_the_hub_wrote_comes_back
{
    private static readonly (string, string?)[] Anne = [("lastname", "Martin"), ("firstname", "Anne"), ("birthdate", "1980-05-06"), ("email", "anne@crm.example")];

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_merge_its_echo_and_the_unmerge_leave_both_as_they_were(bool filtered)
    {
        await using var rig = await EchoRig.StartAsync(filtered);
        var before = await TwoPeopleAsync(rig);
        var merge = await rig.MergeAsync("crm/c1", "portal/p3");
        await rig.TellCrmAsync();
        var merged = await rig.OfAsync("crm/c1");
        await rig.ReadCrmAsync();
        await rig.TellCrmAsync();
        await rig.ReadCrmAsync();

        var echoed = await rig.OfAsync("crm/c1");
        await rig.UndoAsync(merge);
        var after = await rig.Hub.PartitionAsync();

        // Without the filter the contact says the portal's words, and two people stay what the merge made of them.
        Assert.Equal(filtered, merged.Version == echoed.Version);
        Assert.Equal(filtered, before.SequenceEqual(after));
        await rig.TellCrmAsync();
        Assert.Equal(filtered, rig.Crm.Rows["c1"]["lastname"]!.ToString() == "Martin");
    }

    [Fact]
    public async Task Any_other_value_is_a_normal_edit_and_what_was_written_over_keeps_the_date_of_its_own_word()
    {
        await using var rig = await EchoRig.StartAsync();
        await TwoPeopleAsync(rig);
        await rig.MergeAsync("crm/c1", "portal/p3");
        await rig.TellCrmAsync();
        var own = (await rig.PartAsync("crm/c1"))!;
        var written = rig.Crm.Rows["c1"]["lastname"]!.ToString();

        rig.Crm.Type("c1", ("phone", "0450112233"));
        await rig.ReadCrmAsync();
        var part = (await rig.PartAsync("crm/c1"))!;

        Assert.NotEqual("Martin", written);
        Assert.Equal(("Martin", "+33450112233"), (part.Citizen.BirthName, Assert.Single(part.Citizen.Phones).Value));
        Assert.True(part.ChangedAt > own.ChangedAt);
        Assert.Equal(own.ChangedAt, part.Citizen.Said["birthName"]);
        Assert.False(part.Citizen.Said.ContainsKey("phones"));
    }

    [Fact]
    public async Task A_value_typed_again_after_another_one_is_the_systems_own_word()
    {
        await using var rig = await EchoRig.StartAsync();
        await TwoPeopleAsync(rig);
        await rig.MergeAsync("crm/c1", "portal/p3");
        await rig.TellCrmAsync();
        await rig.ReadCrmAsync();
        var written = rig.Crm.Rows["c1"]["lastname"]!.ToString();
        Assert.Equal("Martin", (await rig.PartAsync("crm/c1"))!.Citizen.BirthName);

        rig.Crm.Type("c1", ("lastname", "Morin"));
        await rig.ReadCrmAsync();
        var edited = (await rig.PartAsync("crm/c1"))!.Citizen.BirthName;
        rig.Crm.Type("c1", ("lastname", written));
        await rig.ReadCrmAsync();

        Assert.Equal(("Morin", written), (edited, (await rig.PartAsync("crm/c1"))!.Citizen.BirthName));
    }

    [Fact]
    public async Task A_record_the_hub_made_says_nothing_until_it_is_edited_and_then_only_that_and_of_that_person()
    {
        await using var rig = await EchoRig.StartAsync();
        await rig.SayInPortalAsync(3);
        await rig.TellCrmAsync();
        var person = await rig.OfAsync("portal/p3");
        var made = rig.Crm.Rows.Keys.Single();

        await rig.ReadCrmAsync();
        Assert.Null(await rig.PartAsync($"crm/{made}"));
        Assert.Equal(person.Version, (await rig.OfAsync("portal/p3")).Version);

        rig.Crm.Type(made, ("phone", "0450112233"));
        await rig.ReadCrmAsync();
        var part = (await rig.PartAsync($"crm/{made}"))!;

        Assert.Equal(person.Id, part.Golden);
        Assert.Equal("+33450112233", Assert.Single(part.Citizen.Phones).Value);
        Assert.Equal((null, 0, 0, 0), (part.Citizen.BirthName, part.Citizen.Emails.Count, part.Citizen.Identifiers.Count, part.Citizen.Consents.Count));
        Assert.Equal("+33450112233", Assert.Single((await rig.OfAsync("portal/p3")).Citizen.Phones).Value);
    }

    [Fact]
    public async Task What_is_edited_in_a_record_the_hub_made_reaches_a_person_an_enricher_answered_about()
    {
        await using var rig = await EchoRig.StartAsync();
        await rig.SayInPortalAsync(3);
        await rig.AnswerAsync(new PartKey("portal", "p3"));
        await rig.TellCrmAsync();
        var made = rig.Crm.Rows.Keys.Single();

        rig.Crm.Type(made, ("phone", "0450112233"));
        await rig.ReadCrmAsync();

        var person = await rig.OfAsync("portal/p3");
        Assert.Equal(["ban", "crm", "portal"], person.Members.Select(part => part.Record.Connection));
        Assert.Equal("+33450112233", Assert.Single(person.Citizen.Phones).Value);
        Assert.Equal(1, (await rig.Hub.Reader.CountAsync(default)).Goldens);
    }

    [Fact]
    public async Task A_value_the_system_cut_is_still_what_the_hub_wrote()
    {
        await using var rig = await EchoRig.StartAsync();
        rig.Crm.Type("c1", Anne);
        await rig.ReadCrmAsync();
        await rig.Hub.Writer.DoAsync(async (citizens, token) => await citizens.OverrideAsync(
            (await rig.OfAsync("crm/c1")).Id, "birthName", new Citizen { BirthName = "Montmorency-Luxembourg" }, new("steward"), token), default);
        await rig.TellCrmAsync();
        await rig.ReadCrmAsync();

        Assert.Equal("Montmorency-", rig.Crm.Rows["c1"]["lastname"]!.ToString());
        Assert.Equal("Martin", (await rig.PartAsync("crm/c1"))!.Citizen.BirthName);
    }

    [Fact]
    public async Task Echoes_end_the_circle_nothing_is_written_because_it_came_back()
    {
        await using var rig = await EchoRig.StartAsync();
        await TwoPeopleAsync(rig);
        await rig.MergeAsync("crm/c1", "portal/p3");
        await rig.TellCrmAsync();
        var writes = rig.Crm.Writes;
        for (var round = 0; round < 3; round++)
        {
            await rig.ReadCrmAsync();
            await rig.TellCrmAsync();
        }

        Assert.Equal(writes, rig.Crm.Writes);
    }

    private static async Task<IReadOnlyList<string>> TwoPeopleAsync(EchoRig rig)
    {
        rig.Crm.Type("c1", Anne);
        await rig.ReadCrmAsync();
        await rig.SayInPortalAsync(3);
        return await rig.Hub.PartitionAsync();
    }
}
