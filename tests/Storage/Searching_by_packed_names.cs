using FsCheck;
using FsCheck.Fluent;
using IntegrationHub.Mdm.Storage.Encoding;
using IntegrationHub.Mdm.Storage.Searching;

namespace IntegrationHub.Tests.Storage;

public sealed class Searching_by_packed_names
{
    private static readonly Gen<string> Names = Gen.Elements("ABCDEFGHIJKLMNOPQRSTUVWXYZ 0189".ToCharArray()).ArrayOf().Select(letters => new string(letters));

    [Fact]
    public void A_name_lies_in_the_range_of_each_of_its_prefixes() => Prop.ForAll(
        Names.ToArbitrary(),
        name => Enumerable.Range(0, name.Length + 1).All(length =>
        {
            var (low, high) = PackedName.Range(name[..length]);
            return low <= PackedName.Pack(name) && PackedName.Pack(name) <= high;
        })).QuickCheckThrowOnFailure();

    [Fact]
    public void A_name_that_differs_early_lies_outside() => Prop.ForAll(
        Names.Where(name => name.Length is > 0 and < 12).ToArbitrary(),
        Names.ToArbitrary(),
        (prefix, name) =>
        {
            var (low, high) = PackedName.Range(prefix);
            return name.StartsWith(prefix, StringComparison.Ordinal) == (low <= PackedName.Pack(name) && PackedName.Pack(name) <= high);
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void A_given_name_has_the_initials_of_each_of_its_prefixes() => Prop.ForAll(
        Names.ToArbitrary(),
        name => Enumerable.Range(0, name.Length + 1).All(length => (PackedName.Initials(name) & PackedName.Initials(name[..length])) == PackedName.Initials(name[..length])))
        .QuickCheckThrowOnFailure();

    [Fact]
    public void Any_text_passes_the_text_columns_unchanged_and_without_what_they_cannot_hold() => Prop.ForAll(
        Gen.OneOf(Gen.Choose(0, 0xFFFF), Gen.Elements(0, 0xD800, 0xDC00, 0xE000, 'a')).Select(letter => (char)letter).ArrayOf().Select(letters => new string(letters)).ToArbitrary(),
        text =>
        {
            var stored = StoredText.Write(text);
            return StoredText.Read(stored) == text && !stored.Contains('\0', StringComparison.Ordinal)
                && System.Text.Encoding.UTF8.GetString(System.Text.Encoding.UTF8.GetBytes(stored)) == stored;
        }).QuickCheckThrowOnFailure();

    [Theory]
    [InlineData("Œuvre", "OEUVRE")]
    [InlineData("  d'Été--l’Æther ", "D ETE L AETHER")]
    [InlineData("Straße Łódź Ðuro Øre", "STRASSE LODZ DURO ORE")]
    [InlineData("-", "")]
    [InlineData("😀", "")]
    [InlineData(null, "")]
    public void Names_have_one_normal_form(string? name, string normal) => Assert.Equal(normal, SearchText.Normalise(name));
}
