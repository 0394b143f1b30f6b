using System.Text;
using IntegrationHub.Connectors.Abstractions;
using IntegrationHub.Host.Linkage;

namespace IntegrationHub.Tests.Host;

/// <summary>Rows are read into memory that the row before used: nothing of it may be taken for the next person's.</summary>
public sealed class A_row_keeps_to_itself
{
    [Fact]
    public void A_column_that_a_row_lacks_is_empty_though_the_row_before_had_it()
    {
        var columns = new RowColumns(["name", "phone", "tags"]);
        var values = new string?[columns.Count];

        columns.Read(Row("""{"name":"Martin","phone":"0612345678","tags":["a",{"b":1}]}"""), values);
        Assert.Equal((string?[])["Martin", "0612345678", """["a",{"b":1}]"""], values);

        columns.Read(Row("""{"other":{"phone":"0699999999"},"tags":null,"name":"Dupont"}"""), values);
        Assert.Equal((string?[])["Dupont", null, null], values);
    }

    [Fact]
    public void A_column_named_twice_says_what_it_said_last()
    {
        var values = new string?[1];
        new RowColumns(["name"]).Read(Row("""{"name":"Martin","name":"Dupont"}"""), values);
        Assert.Equal((string?[])["Dupont"], values);
    }

    private static SourceRecord Row(string json) => new() { Key = "1", Version = default, Body = Encoding.UTF8.GetBytes(json) };
}
