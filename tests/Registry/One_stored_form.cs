using FsCheck;
using FsCheck.Fluent;
using IntegrationHub.Mdm.Model;
using IntegrationHub.Mdm.Registry.Json;
using IntegrationHub.Mdm.Registry.Wire;

namespace IntegrationHub.Tests.Registry;

public sealed class One_stored_form
{
    private static readonly Citizen Full = One_json_form.Full;

    [Fact]
    public void A_citizen_comes_back_from_its_bytes_as_it_was()
    {
        var read = RegistryWire.ReadCitizen(RegistryWire.Write(Full));

        Assert.Equivalent(Full, read, strict: true);
        Assert.Equal(RegistryWire.Write(Full), RegistryWire.Write(read));
        Assert.Equal(RegistryJson.Write(Full), RegistryJson.Write(read));
        Assert.Empty(RegistryWire.Write(new Citizen()));
        Assert.Equivalent(new Citizen(), RegistryWire.ReadCitizen([]), strict: true);
    }

    [Fact]
    public void Any_citizen_comes_back_from_its_bytes() =>
        Prop.ForAll(ArbMap.Default.ArbFor<int>(), seed =>
        {
            var citizen = People.Seen(Math.Abs(seed % 1000), new Random(seed));
            return RegistryJson.Write(RegistryWire.ReadCitizen(RegistryWire.Write(citizen))).AsSpan().SequenceEqual(RegistryJson.Write(citizen));
        }).Check(Config.QuickThrowOnFailure);

    [Theory]
    [InlineData(0)]
    [InlineData(41)]
    [InlineData(127)]
    [InlineData(128)]
    [InlineData(16_383)]
    [InlineData(16_384)]
    [InlineData(70_000)]
    public void Texts_and_messages_of_any_length_come_back(int length)
    {
        var text = new string('é', length);
        var citizen = new Citizen { BirthName = text, Emails = [new ContactPoint(text, text), new ContactPoint("x")], UsageName = "after" };

        Assert.Equivalent(citizen, RegistryWire.ReadCitizen(RegistryWire.Write(citizen)), strict: true);
    }

    [Fact]
    public void Extra_attributes_are_written_in_name_order_whatever_order_they_came_in()
    {
        var turned = Full with { Extra = new Dictionary<string, string> { ["b"] = "2", ["z"] = "{\"a\":1}" } };

        Assert.Equal(RegistryWire.Write(Full), RegistryWire.Write(turned));
    }

    [Fact]
    public void Part_keys_come_back_in_their_order()
    {
        PartKey[] keys = [new("crm", "1"), new("crm", "2", "child"), new("ged", "1"), new("crm", "é")];
        var writer = new WireWriter();
        RegistryWire.Write(writer, keys);

        Assert.Equal(keys, RegistryWire.ReadPartKeys(writer.Written));
    }

    [Fact]
    public void What_a_newer_program_added_is_passed_over()
    {
        var writer = new WireWriter();
        writer.Text(1, "x");
        writer.Number(40, 300);
        writer.Text(41, "new");
        writer.Message(42, 7, static (w, value) => w.Number(1, value));
        writer.Number(43, 1);

        Assert.Equal("x", RegistryWire.ReadCitizen(writer.Written).BirthName);
    }

    [Fact]
    public void Bytes_cut_short_are_refused()
    {
        var bytes = RegistryWire.Write(new Citizen { BirthName = "MARTIN" });

        Assert.Throws<FormatException>(() => RegistryWire.ReadCitizen(bytes.AsSpan(0, bytes.Length - 1)));
    }
}
