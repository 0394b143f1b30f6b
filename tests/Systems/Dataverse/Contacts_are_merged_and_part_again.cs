using IntegrationHub.Connectors.Abstractions;
using IntegrationHub.Connectors.Sandbox.Faults;
using static IntegrationHub.Tests.Systems.Dataverse.ContactRig;

namespace IntegrationHub.Tests.Systems.Dataverse;

public sealed class Contacts_are_merged_and_part_again
{
    [Fact]
    public async Task After_a_merge_the_retired_contact_points_to_the_survivors_and_a_second_time_changes_nothing()
    {
        await using var rig = await ContactRig.StartAsync();
        var (kept, retired) = await TwoAsync(rig);
        var merge = Merge(retired, kept);

        var first = await rig.WriteAsync(merge);
        var changes = rig.Dynamics.Server.Changes;
        var again = await rig.WriteAsync(merge);
        var row = (await rig.ContactAsync(retired))!;

        Assert.Equal((SinkEffect.Deleted, SinkEffect.Unchanged), (first.Effect, again.Effect));
        Assert.Equal(("1", kept), (row["statecode"]!.ToString(), row["_masterid_value"]!.ToString()));
        Assert.Equal(changes, rig.Dynamics.Server.Changes);
    }

    [Fact]
    public async Task A_merge_whose_answer_is_lost_is_done_once_and_believed()
    {
        await using var rig = await ContactRig.StartAsync();
        var (kept, retired) = await TwoAsync(rig);
        rig.Dynamics.Server.Faults.Set(new Fault(FaultKind.LostAnswer, Times: 1, Path: "Merge"));

        await rig.WriteAsync(Merge(retired, kept));

        Assert.Equal(1, rig.Dynamics.Server.Faults.Met);
        Assert.Equal(kept, (await rig.ContactAsync(retired))!["_masterid_value"]!.ToString());
    }

    [Fact]
    public async Task After_the_split_the_retired_contact_is_active_again_and_says_its_own_words()
    {
        await using var rig = await ContactRig.StartAsync();
        var (kept, retired) = await TwoAsync(rig);
        await rig.WriteAsync(Merge(retired, kept));

        await rig.WriteAsync(Person("G2", """{"lastname":"Dupond"}""", retired) with { Returns = true });
        var row = (await rig.ContactAsync(retired))!;

        Assert.Equal(("0", "Dupond", "G2"), (row["statecode"]!.ToString(), row["lastname"]!.ToString(), row["gru_goldenid"]!.ToString()));
    }

    [Fact]
    public async Task A_returning_contact_that_has_nothing_new_to_say_is_still_set_active()
    {
        await using var rig = await ContactRig.StartAsync();
        var made = await rig.WriteAsync(Person("G1", """{"lastname":"Dupont"}"""));
        await rig.WriteAsync(new OutgoingRecord { DeliveryId = "r", Key = "G1", ForeignKey = made.ForeignKey, Version = 2, Deleted = true, Leaving = Leaving.Restricted });

        await rig.WriteAsync(Person("G1", """{"lastname":"Dupont"}""", made.ForeignKey) with { Returns = true, Changed = new HashSet<string>() });

        Assert.Equal("0", (await rig.ContactAsync(made.ForeignKey))!["statecode"]!.ToString());
    }

    [Fact]
    public async Task A_contact_that_changes_hands_takes_the_other_key_and_its_former_person_gets_a_contact_of_its_own()
    {
        await using var rig = await ContactRig.StartAsync();
        var contact = (await rig.WriteAsync(Person("G1", """{"lastname":"Dupont"}"""))).ForeignKey;

        await rig.WriteAsync(Person("G2", """{"lastname":"Dupond"}""", contact));
        var own = await rig.WriteAsync(Person("G1", """{"lastname":"Dupont"}""") with { FormerKey = contact });

        Assert.Equal(SinkEffect.Created, own.Effect);
        Assert.Equal(("G2", "Dupond"), await KeyAndNameAsync(rig, contact));
        Assert.Equal(("G1", "Dupont"), await KeyAndNameAsync(rig, own.ForeignKey));
    }

    [Fact]
    public async Task A_former_contact_that_still_bears_the_key_is_not_written_over()
    {
        await using var rig = await ContactRig.StartAsync();
        var contact = (await rig.WriteAsync(Person("G1", """{"lastname":"Dupont"}"""))).ForeignKey;

        var own = await rig.WriteAsync(Person("G1", """{"lastname":"Durand"}""") with { FormerKey = contact });

        Assert.NotEqual(contact, own.ForeignKey);
        Assert.Equal((null, "Dupont"), await KeyAndNameAsync(rig, contact));
    }

    [Fact]
    public async Task A_key_another_contact_holds_passes_to_the_one_read_from_there()
    {
        await using var rig = await ContactRig.StartAsync();
        var holder = (await rig.WriteAsync(Person("G1", """{"lastname":"Dupont"}"""))).ForeignKey;
        var own = Guid.NewGuid().ToString();
        await rig.Dynamics.SendAsync("PATCH", $"contacts({own})", """{"lastname":"Dupont"}""");

        var written = await rig.WriteAsync(Person("G1", """{"lastname":"Dupont"}""", own));

        Assert.Equal(own, written.ForeignKey);
        Assert.Equal(("G1", "Dupont"), await KeyAndNameAsync(rig, own));
        Assert.Equal((null, "Dupont"), await KeyAndNameAsync(rig, holder));
    }

    private static async Task<(string Kept, string Retired)> TwoAsync(ContactRig rig) => (
        (await rig.WriteAsync(Person("G1", """{"lastname":"Dupont"}"""))).ForeignKey!,
        (await rig.WriteAsync(Person("G2", """{"lastname":"Dupond"}"""))).ForeignKey!);

    private static OutgoingRecord Merge(string retired, string kept) =>
        new() { DeliveryId = "m", Key = "G2", ForeignKey = retired, Version = 2, Deleted = true, Leaving = Leaving.Merged, Into = new OutgoingTarget("G1", kept) };

    private static async Task<(string? Key, string Name)> KeyAndNameAsync(ContactRig rig, string? id)
    {
        var row = (await rig.ContactAsync(id))!;
        return (row["gru_goldenid"]?.ToString(), row["lastname"]!.ToString());
    }
}
